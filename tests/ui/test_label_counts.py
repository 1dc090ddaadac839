"""Weights that follow from how often each class is labelled: from the menu of a card, in one step."""

from __future__ import annotations

import numpy as np
import pytest

from explorer.analysis.survey import survey
from explorer.losses import LOSSES
from explorer.paint.theme import LIGHT
from explorer.study.study import Look, ShownLoss, Study
from explorer.study.table import Table
from explorer.ui.panels import label_counts
from explorer.ui.panels.losses import LossesPanel
from explorer.ui.session import Session
from tests.ui.panel_parts import on_screen

# labelled in 1, 2, 4 and 0 of 4 samples; 0.4 is no label, nan neither
TARGETS = np.array([[1, 0.6, 1, 0], [0, 1, 1, 0.4], [0, 0, 1, np.nan], [0, 0, 1, 0]])
WEIGHTS = (3.0, 1.0, 0.25, 4.0)


def session_of(rows: int = 4) -> Session:
    table = Table.of(np.zeros((rows, 4)), TARGETS[:rows])
    return Session(Study(title="Test", table=table, shown=(ShownLoss("zlpr"), ShownLoss("bce"))), Look())


def entry_of(panel, index):
    entries = [each for each in panel.menu_of(panel.cards[index]).actions() if "label counts" in each.text()]
    return entries[0] if entries else None


def test_one_step_from_the_menu(qtbot):
    session = session_of()
    panel = on_screen(qtbot, LossesPanel(session, LIGHT), 296, 500)
    assert entry_of(panel, 0) is None
    entry = entry_of(panel, 1)
    assert entry.text() == "Set π from label counts"
    assert "at least 1" in entry.toolTip()
    entry.trigger()
    assert dict(session.state.study.shown[1].settings) == {"pos_weight": WEIGHTS}
    assert session.history.undo_label == "Set π of BCE from label counts"
    assert panel.cards[1].rows[0].field.text().startswith("3, 1")
    session.undo()
    assert session.state.study.shown[1].settings == ()


def test_one_sample_says_nothing_of_classes(qtbot):
    panel = on_screen(qtbot, LossesPanel(session_of(1), LIGHT), 296, 500)
    assert not entry_of(panel, 1).isEnabled()


def test_a_large_table_needs_the_counts_of_its_survey(monkeypatch):
    monkeypatch.setattr(label_counts, "MOST", 3)
    session = session_of()
    assert not label_counts.can_count(session.state)
    session.keep_result("survey", survey(session.state.study))
    assert label_counts.can_count(session.state)
    parameter = next(each for each in LOSSES["bce"].parameters if each.name == "pos_weight")
    made = label_counts.from_counts(session.state, 1, parameter)
    assert dict(made.study.shown[1].settings)["pos_weight"] == WEIGHTS


@pytest.mark.parametrize("rows", [1, 3, 4096])
def test_rows_are_counted_in_blocks(monkeypatch, rows):
    monkeypatch.setattr(label_counts, "ROWS", rows)
    parameter = next(each for each in LOSSES["bce"].parameters if each.name == "pos_weight")
    made = label_counts.from_counts(session_of().state, 1, parameter)
    assert dict(made.study.shown[1].settings)["pos_weight"] == WEIGHTS


def test_only_the_weight_of_the_labelled_side_follows():
    names = {each.name for loss in LOSSES.values() for each in loss.parameters if label_counts.follows(each)}
    assert names == {"pos_weight"}
