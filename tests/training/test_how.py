"""What results say of device and rung is English there, and is said where it is shown."""

from __future__ import annotations

import pytest

from explorer import wording
from explorer.training.how import said_how
from explorer.training.inputs.label_sets import MOST_CLASSES
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.stepper import Chosen
from explorer.training.tasks import TASKS

WRITTEN = (
    "cpu, 1 thread",
    "cpu, 16 threads",
    "numpy",
    "NVIDIA H200",
    "compiled, class-major, 8 updates at a time, blocks of 1,024 runs; eager, blocks of 1 run",
    Chosen(Eager(), 7).words,
)


@pytest.mark.parametrize("words", WRITTEN)
def test_english_stays_as_it_is_written(words: str) -> None:
    """What is compared, and what is shown, is one text in English."""
    assert said_how(words) == words


def test_chinese_leaves_no_word_of_a_rung() -> None:
    """Every part is known; a card's name stays."""
    with wording.speaking("zh"):
        assert (
            said_how(WRITTEN[4])
            == "已编译，按类别排列，每次 8 个更新，每块 1,024 次运行；逐步执行，每块 1 次运行"
        )
        assert said_how(WRITTEN[3]) == WRITTEN[3]


def test_the_meaning_of_drawing_names_the_number_of_classes() -> None:
    """A text that is translated is a literal: the number in it is the one that is refused above."""
    drawn = next(each for each in TASKS["logits"].parameters if each.name == "drawn")
    assert f"up to {MOST_CLASSES} classes" in drawn.meaning
