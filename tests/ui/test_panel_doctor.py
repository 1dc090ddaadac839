"""The doctor under the losses: what it says, how it follows an edit, where its links lead."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from explorer.analysis.doctor import RULES, examine
from explorer.paint.theme import DARK, LIGHT
from explorer.study.storage import Opened
from explorer.study.study import Look
from explorer.ui.panels.doctor import CLEAN, DoctorPanel
from explorer.ui.panels.doctor_list import FindingsList
from explorer.ui.severity import counted, tally
from tests.ui.panel_parts import SOFT, focus, on_screen, session_of, study_of
from tests.ui.rectangles import recording

BAD = (-1.0, 1.0, 0.0, 0.0, 0.3)


@pytest.fixture
def session(qapp):
    return session_of(targets=BAD)


@pytest.fixture
def panel(session, qtbot):
    return on_screen(qtbot, DoctorPanel(session, LIGHT), 296, 420)


def painted(widget, monkeypatch):
    with recording(monkeypatch) as found:
        widget.grab()
    return [each.text for each in found]


def set_targets(session, targets):
    table = session.state.study.table.with_targets(0, targets)
    session.apply("Set", session.state.study.with_table(table))


def test_severities_are_counted_worst_first():
    counts = tally(["note", "error", "note"])
    assert list(counts) == ["error", "note"]
    assert counted(counts) == "1 error, 2 notes"
    assert counted({}) == ""
    assert counted({"note": 1200}) == "1,200 notes"


def test_it_says_what_the_doctor_finds_worst_first(panel, session, monkeypatch):
    found = examine(session.state.study, session.state.sample)
    assert [row.finding for row in panel.list.rows] == list(found)
    ranks = [row.finding.severity.rank for row in panel.list.rows]
    assert ranks == sorted(ranks, reverse=True)
    assert ranks[0] == 3
    texts = painted(panel, monkeypatch)
    assert texts[:2] == ["Doctor", counted(panel.counts)]
    assert any("cat" in text for text in texts)


def test_it_follows_an_edit_and_is_silent_on_a_clean_sample(panel, session, monkeypatch):
    set_targets(session, (1.0, 0.0, 1.0, 1.0, 1.0))
    assert panel.findings == ()
    assert panel.list.rows == []
    assert CLEAN in painted(panel, monkeypatch)
    session.undo()
    assert panel.list.rows[0].finding.rule == "ignore-index"


def test_nothing_is_made_anew_for_an_edit_that_changes_nothing_of_it(panel, session):
    before, rows = panel.findings, panel.list.rows
    session.look(alpha=2.0)
    assert panel.findings is before
    set_targets(session, (-1.0, 1.0, 0.0, 0.0, 0.4))
    assert panel.list.rows == rows, "the rows stay, only their words change"


def test_what_is_not_seen_is_examined_when_it_is_seen(panel, session):
    panel.hide()
    set_targets(session, (1.0, 0.0, 1.0, 1.0, 1.0))
    assert panel.findings
    panel.show()
    assert not panel.findings


def test_a_click_unfolds_why_it_matters_and_what_to_do(panel, qtbot, monkeypatch):
    row = panel.list.rows[0]
    before = row.height()
    assert not row.lesson_link.isVisible()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.unfolded
    assert row.height() > before
    assert row.lesson_link.isVisible()
    said = " ".join(painted(panel, monkeypatch))
    assert RULES[row.finding.rule].why in said
    assert RULES[row.finding.rule].advice in row.accessibleDescription()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.height() == before


def test_the_meaning_is_whole_where_there_is_room_and_cut_where_not(panel, monkeypatch):
    panel.resize(240, 900)
    QApplication.processEvents()
    said = " ".join(painted(panel, monkeypatch))
    assert all(finding.meaning in said for finding in panel.findings)
    assert panel.wanted_height <= 900
    wanted = panel.wanted_height
    panel.resize(240, wanted - 40)
    QApplication.processEvents()
    cut = " ".join(painted(panel, monkeypatch))
    assert not all(finding.meaning in cut for finding in panel.findings)
    assert panel.list.content.height() <= panel.list.height(), "as many lines as fit, without scrolling"
    assert panel.wanted_height == wanted, "what is wanted does not follow from what is there"


def test_a_chevron_shows_that_a_finding_unfolds(panel):
    row = panel.list.rows[0]
    place = QRect(14, 20, 11, 16)  # below the sign

    def ink():
        image = row.grab(place).toImage()
        return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}

    folded = row.grab(place).toImage()
    assert len(ink()) > 1
    row.click()
    QApplication.processEvents()
    assert row.grab(place).toImage() != folded


def test_what_is_unfolded_stays_so_with_its_rule(panel, session):
    panel.list.rows[0].click()
    set_targets(session, SOFT)
    assert not any(row.unfolded for row in panel.list.rows)
    session.undo()
    assert panel.list.rows[0].unfolded


def test_a_fix_is_one_step_that_can_be_undone(panel, session):
    row = panel.list.rows[0]
    label = row.finding.fix.label
    row.fix_link.click()
    assert session.history.undo_label == label
    assert len(session.history.entries) == 1
    assert "ignore-index" not in [each.rule for each in panel.findings]
    session.undo()
    assert panel.findings[0].rule == "ignore-index"


def test_show_holds_the_class_and_selects_all_that_are_meant(panel, session):
    row = panel.list.rows[0]
    row.click()
    row.show_link.click()
    places = row.finding.classes
    assert (session.state.look.held, session.state.look.slice_class) == (places[0], places[0])
    assert session.state.look.selected == (frozenset(places) if len(places) > 1 else frozenset())


def test_keys_go_through_the_findings(panel, session, qtbot):
    set_targets(session, (-1.0, 2.0, 0.0, 0.0, 0.3))
    rows = panel.list.rows
    assert len(rows) > 1
    focus(qtbot, rows[0])
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[1]
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert rows[1].unfolded
    qtbot.keyClick(rows[1], Qt.Key.Key_Up)
    qtbot.keyClick(rows[0], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rows[0]


def test_the_keyboard_stays_in_the_list_when_its_finding_goes(panel, session, qtbot):
    focus(qtbot, panel.list.rows[0].fix_link)
    panel.list.rows[0].fix_link.click()
    assert panel.list.rows
    assert panel.list.content.isAncestorOf(QApplication.focusWidget())


def test_with_the_last_finding_the_keyboard_is_let_go(panel, session, qtbot):
    focus(qtbot, panel.list.rows[0])
    with qtbot.waitSignal(panel.left):
        set_targets(session, (1.0, 0.0, 1.0, 1.0, 1.0))


def test_names_for_those_who_hear_it(panel):
    row = panel.list.rows[0]
    assert row.accessibleName() == f"error: {row.finding.fact}"
    assert row.finding.meaning in row.accessibleDescription()
    assert row.finding.message.split()[0] in row.tip
    names = [link.accessibleName() for each in panel.list.rows for link in each.links]
    assert len(names) == len(set(names))


def test_a_long_list_scrolls_to_what_has_the_keyboard(panel, session, qtbot):
    panel.resize(240, 120)
    set_targets(session, (-1.0, 2.0, float("nan"), 0.0, 0.3))
    assert panel.list.wanted_height > panel.list.height()
    last = panel.list.rows[-1]
    focus(qtbot, last)
    seen = last.visibleRegion().boundingRect()
    assert seen.height() >= min(last.height(), panel.list.height()) - 1


def test_both_themes(panel):
    light = panel.grab().toImage().pixelColor(150, 400).lightness()
    panel.set_theme(DARK)
    assert panel.grab().toImage().pixelColor(150, 400).lightness() < light - 100


class TestInTheWindow:
    @pytest.fixture
    def window(self, make_window):
        return make_window(Opened(study_of(targets=BAD), Look()))

    def test_it_keeps_its_place_whatever_the_losses_are(self, window):
        before = window.desk.doctor.geometry()
        study = window.session.state.study
        window.session.apply("Fewer", replace(study, shown=study.shown[:1]))
        assert window.desk.doctor.geometry() == before
        losses = window.desk.losses.geometry()
        assert losses.bottom() < before.top()
        assert (losses.left(), losses.right()) == (before.left(), before.right())

    def test_where_there_is_little_room_it_is_a_row_that_opens_the_list(self, window, qtbot):
        window.appearance.choose_scale(1.5)
        window.resize(1440, 900)
        window.activateWindow()
        QApplication.processEvents()
        doctor = window.desk.doctor
        assert doctor.folded
        assert doctor.row.isVisible()
        assert not doctor.list.isVisible()
        assert "error" in doctor.row.accessibleName()
        focus(qtbot, doctor.row)
        qtbot.keyClick(doctor.row, Qt.Key.Key_Return)
        opened = window.findChildren(FindingsList)[-1]
        assert opened.isVisible()
        assert [row.finding for row in opened.rows] == list(doctor.findings)
        assert QApplication.focusWidget() is opened.rows[0]
        qtbot.keyClick(opened.rows[0], Qt.Key.Key_Escape)
        assert not opened.isVisible()
        assert QApplication.focusWidget() is doctor.row
        window.appearance.choose_scale(1.0)

    def test_a_lesson_opens_from_its_link(self, window):
        row = window.desk.doctor.list.rows[0]
        row.click()
        title = window.session.state.study.title
        window.session.mark_saved()
        row.lesson_link.click()
        assert window.session.state.study.title != title

    def test_an_action_brings_the_keyboard_to_it(self, window):
        window.activateWindow()
        window.actions_by_id["show_doctor"].trigger()
        assert window.focusWidget() is window.desk.doctor.list.rows[0]

    def test_the_last_finding_gives_the_keyboard_to_the_bars(self, window):
        window.activateWindow()
        window.actions_by_id["show_doctor"].trigger()
        set_targets(window.session, (1.0, 0.0, 1.0, 1.0, 1.0))
        assert window.focusWidget() is window.desk.editor.canvas
