"""The studies that come with the program, each with a look that shows its point."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.resources import asset
from explorer.study.importers import read
from explorer.study.opening import default_study
from explorer.study.storage import Opened
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Example:
    """A study to begin with. title: for menus; description: one sentence that says what is seen."""

    title: str
    description: str
    make: Callable[[], tuple[Study, Look]]

    def open(self) -> Opened:
        """Make the study and how it is looked at; it lies in no file yet."""
        study, look = self.make()
        return Opened(study, look)


def opening() -> Opened:
    """Return what the program starts with: the five samples."""
    return EXAMPLES["five-samples"].open()


def _five_samples() -> tuple[Study, Look]:
    return default_study(read(asset("five-samples.csv")), say("Five samples")), Look()


def _overconfidence() -> tuple[Study, Look]:
    table = Table.of(
        [1.5, 1.2, 1.0], [1.0, 0.0, 0.0], samples=["overconfident"], origin=say("worked example")
    )
    keys = ("cross_entropy", "label_smoothing", "zlpr", "bce")
    study = Study(say("Overconfidence"), table, tuple(ShownLoss(key) for key in keys))
    return study, Look(alpha=5.0)


def _n_choose_k() -> tuple[Study, Look]:
    table = read(asset("n-choose-k.csv"))
    study = default_study(table, say("n choose k"))
    first, second = (int(place) for place in table.sample(0).targets.nonzero()[0][:2])
    return study, Look(held=first, slice_class=first, landscape=(first, second))


def _a_thousand_classes() -> tuple[Study, Look]:
    from explorer.study.generated import many_classes  # few start with it

    study = default_study(many_classes(1000), say("A thousand classes"))
    _, second, third = (int(place) for place in study.table.sample(0).targets.nonzero()[0])
    return study, Look(held=third, slice_class=third, landscape=(second, third))


EXAMPLES: Final[Mapping[str, Example]] = MappingProxyType(
    {
        "five-samples": Example(
            "Five samples",
            "A worked example: five samples, five classes, and a model that has 56 % of the labels right.",
            _five_samples,
        ),
        "overconfidence": Example(
            "Overconfidence",
            "Multiplying the logits 1.5, 1.2, 1.0 by 5 raises the largest probability from 0.43 to 0.77.",
            _overconfidence,
        ),
        "n-choose-k": Example(
            "n choose k",
            "One hundred classes, three labels: BCE sums over the 97 others, ZLPR follows the largest.",
            _n_choose_k,
        ),
        "a-thousand-classes": Example(
            "A thousand classes",
            "One thousand classes, three labelled: BCE sums 997 small pulls, ZLPR caps them at 1.",
            _a_thousand_classes,
        ),
    }
)
