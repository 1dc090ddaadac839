"""Random gestures in the window, the same ones every time; `bench gestures` does 10,000 of any seed."""

import pytest
from PySide6.QtWidgets import QApplication

from explorer.ui import descend_commands
from explorer.ui.cards import gestures
from tests.ui.random_checks import Origin, Witness, wrong
from tests.ui.random_hand import Hand
from tests.ui.random_studies import studies

GESTURES = 150


@pytest.fixture
def witness():
    made = Witness()
    yield made
    made.close()


@pytest.mark.timeout(1800)  # each takes as long as a hundred others
@pytest.mark.parametrize("seed", [11, 12])
def test_nothing_breaks(make_window, witness, tmp_path, monkeypatch, seed):
    monkeypatch.chdir(tmp_path)  # what a file dialog lists
    window = make_window()
    hand, origin = Hand(window, studies((5, 50)), seed), Origin(window.session)
    for module in (gestures, descend_commands):  # axes grow and descents play by the hand's time
        monkeypatch.setattr(module, "perf_counter", hand.time)
    for number in range(1, GESTURES + 1):
        hand.gesture(number)
        problems = [*witness.heard, *wrong(window)]
        assert not problems, "\n  ".join([*problems, "after:", *hand.done[-10:]])
    assert not [*origin.wrong(), *witness.heard]
    assert len(set(map(kind, hand.done))) > 15  # the hand is not stuck in one place
    QApplication.clipboard().clear()
    window._closes_anyway = True


def kind(done):
    return done.split(": ")[0].split(" ")[-1]
