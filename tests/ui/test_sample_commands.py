"""Smoothing, mixing and exchanging from the window: one step each, seen while one types."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def targets(window) -> np.ndarray:
    return window.session.state.sample.targets


def test_a_mixture_is_seen_before_it_is_taken_and_is_one_step(make_window):
    window = make_window()
    before = targets(window).copy()
    window.actions_by_id["mix_samples"].trigger()
    form = window.class_parts.form
    assert form.choice.isVisible()
    other = window.session.state.study.table.sample(1).targets
    np.testing.assert_allclose(targets(window), (before + other) / 2)
    form.field.selectAll()
    QTest.keyClicks(form.field, "0.25")
    np.testing.assert_allclose(targets(window), 0.75 * before + 0.25 * other)
    form.choice.setCurrentText("3")
    third = window.session.state.study.table.sample(2).targets
    np.testing.assert_allclose(targets(window), 0.75 * before + 0.25 * third)
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert window.session.history.undo_label == "Mix with sample 3, share 0.25"
    window.actions_by_id["undo"].trigger()
    np.testing.assert_array_equal(targets(window), before)


def test_esc_takes_smoothing_back(make_window):
    window = make_window()
    before = targets(window).copy()
    window.actions_by_id["smooth_targets"].trigger()
    form = window.class_parts.form
    form.choice.setCurrentIndex(3)
    np.testing.assert_allclose(targets(window), 0.9 * before + 0.1 * (1 - before))
    QTest.keyClick(form.field, Qt.Key.Key_Escape)
    np.testing.assert_array_equal(targets(window), before)
    assert window.session.history.undo_label is None


def test_a_sample_that_there_is_not_is_said_and_changes_nothing(make_window):
    window = make_window()
    before = targets(window).copy()
    window.actions_by_id["mix_samples"].trigger()
    form = window.class_parts.form
    form.choice.setCurrentText("6")
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    assert "allowed: a number from 1 to 5" in form.problem.text()
    np.testing.assert_array_equal(targets(window), before)


def test_exchange_is_one_step(make_window):
    window = make_window()
    before = targets(window).copy()
    window.actions_by_id["exchange_targets"].trigger()
    np.testing.assert_array_equal(targets(window), 1 - before)
    assert window.session.history.undo_label == "Exchange 0 and 1"


def test_the_convention_of_a_loss_is_chosen_on_its_card(make_window):
    window = make_window()
    card = next(card for card in window.desk.losses.cards if card.loss.key == "smoothed_bce")
    (row,) = [row for row in card.rows if row.parameter.names]
    before = card.words.value
    row.choice.setFocus()
    QTest.keyClick(row.choice, Qt.Key.Key_Home)
    shown = window.session.state.study.shown[card.index]
    assert dict(shown.settings)["convention"] == 0.0
    assert card.words.value != before
    assert window.session.history.undo_label == "Set t′ of BCE smoothed"
    window.actions_by_id["undo"].trigger()
    assert (card.words.value, row.choice.currentIndex()) == (before, int(row.parameter.default))
