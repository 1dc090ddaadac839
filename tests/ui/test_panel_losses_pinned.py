"""Cards of losses that compare with pinned logits, and of those with a learned parameter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.paint.theme import LIGHT
from explorer.plots.numbers import signed
from explorer.ui.panels.losses import LossesPanel
from tests.ui.panel_parts import on_screen, session_of


def test_the_way_out_pins_and_can_be_undone(qtbot) -> None:
    session = session_of(shown=("symmetric_kl_sigmoid",))
    panel = on_screen(qtbot, LossesPanel(session, LIGHT), 296, 700)
    (card,) = panel.cards
    assert card.words.problem == "compares with pinned logits; pin this sample first"
    assert (card.words.value, card.words.way_out) == ("—", "pin")
    assert not card.is_open
    QTest.mouseClick(card.link, Qt.MouseButton.LeftButton)
    assert session.state.study.pin.logits.tolist() == session.state.sample.logits.tolist()
    assert card.words.value == "0.0000"
    assert card.is_open
    session.undo()
    assert session.state.study.pin is None
    assert not card.is_open


def test_a_learned_parameter_shows_its_gradient(qtbot) -> None:
    session = session_of(shown=("combinatorial_threshold",))
    panel = on_screen(qtbot, LossesPanel(session, LIGHT), 296, 700)
    (card,) = panel.cards
    slope = card._evaluation.learned["threshold"]
    assert card.words.slopes == (("threshold", f"∂L/∂s₀ {signed(slope)}"),)
    plain = session_of(shown=("bce",))
    (other,) = on_screen(qtbot, LossesPanel(plain, LIGHT), 296, 700).cards
    assert len(card.rows) == len(other.rows)
    assert card.wanted_height == other.wanted_height + 14
