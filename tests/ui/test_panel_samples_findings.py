"""What the doctor finds in all samples: groups, words, order, fixes, the next one, a file of them all."""

import csv
import json
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from explorer.analysis import browsing, doctor
from explorer.analysis.survey import survey
from explorer.paint.text import width_of
from explorer.paint.theme import LIGHT
from explorer.plots.figure import Place
from explorer.study.opening import default_study
from explorer.study.storage import Opened
from explorer.study.study import Browse, Look
from explorer.study.table import Table
from explorer.ui import doctor_commands
from explorer.ui.panels import samples_fix
from explorer.ui.panels.samples import SamplesBoard
from explorer.ui.panels.samples_cells import PAD
from explorer.ui.panels.samples_model import SAMPLE, SIGN
from explorer.ui.session import Session
from tests.ui import rectangles
from tests.ui.test_panel_samples import Passes

ROWS, FAULTY = 40, (3, 17, 31)


def study():
    targets = np.zeros((ROWS, 5))
    targets[np.arange(ROWS), np.arange(ROWS) % 5] = 1.0
    logits = np.where(targets > 0.5, 3.0, -3.0) + np.random.default_rng(8).normal(0.0, 0.5, targets.shape)
    targets[FAULTY, 0] = -1.0
    logits[25, 2] = np.nan
    return default_study(Table.of(logits.round(3), targets))


@pytest.fixture
def session(qapp):
    made = Session(study(), Look(board="samples"))
    made.keep_result("survey", survey(made.state.study))
    return made


@pytest.fixture
def board(session, qtbot):
    made = SamplesBoard(session, Passes(session), LIGHT)
    qtbot.addWidget(made)
    made.resize(1400, 760)
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows(board):
    return board.model.rows.tolist()


def bad(session):
    return np.flatnonzero(doctor.severities(session.state.results["survey"])).tolist()


def test_rules_that_hold_are_listed_with_their_counts(board, session):
    ignored = board.groups.buttons["rule:ignore-index"]
    assert ignored.isVisible()
    assert ignored.accessibleName() == "error: Targets of −1 or −100, 3"
    assert board.groups.buttons["findings"].accessibleName() == f"Samples with findings, {len(bad(session))}"
    assert "rule:flipped" not in board.groups.buttons
    ignored.click()
    assert rows(board) == list(FAULTY)
    ignored.click()
    assert ignored.isChecked(), "the chosen one stays chosen"
    table = session.state.study.table
    for row in FAULTY:
        table = table.with_targets(row, np.eye(5)[row % 5])
    session.apply("Mend", session.state.study.with_table(table))
    assert not ignored.isVisible() or ignored.accessibleName().endswith(", 0")


def test_samples_with_findings_come_worst_first(board, session):
    board.groups.buttons["findings"].click()
    assert session.state.look.browse.sort == browsing.SEVERITY
    assert sorted(rows(board)) == bad(session)
    ranks = doctor.severities(session.state.results["survey"])[rows(board)]
    assert ranks.tolist() == sorted(ranks.tolist(), reverse=True)
    assert "sorted by severity, then ZLPR" in board.facts.whole


def test_a_click_on_either_title_sorts_by_severity_and_turns(board, session):
    board.view.sort_by(SIGN)
    assert board.model.sample_at(0) in bad(session)
    board.view.sort_by(board.model.last)
    assert not session.state.look.browse.descending
    assert board.model.sample_at(0) not in bad(session)


def test_equal_severities_are_sorted_by_the_first_loss(board, session):
    board.view.sort_by(SIGN)
    values = session.state.results["survey"].values[0][rows(board)]
    ranks = doctor.severities(session.state.results["survey"])[rows(board)]
    clean = values[ranks == 0]
    assert clean.tolist() == sorted(clean.tolist(), reverse=True)


def test_each_row_says_its_worst_finding_and_only_when_it_is_asked(board, session, monkeypatch):
    model, asked = board.model, []
    told = doctor.words_of
    monkeypatch.setattr(doctor, "words_of", lambda study, row: asked.append(row) or told(study, row))
    model._words.clear()
    place = model.place_of(FAULTY[0])
    assert model.text(place, SIGN) == "error"
    assert model.text(place, model.last) == told(session.state.study, FAULTY[0])
    assert model.text(model.place_of(0), model.last) == ""
    model.text(place, model.last)
    assert asked == [FAULTY[0]]
    said = model.data(model.index(place, model.last), Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"finding of sample 4: {told(session.state.study, FAULTY[0])}"


def test_words_follow_an_edit_of_their_sample(board, session):
    model, place = board.model, board.model.place_of(FAULTY[0])
    before = model.text(place, model.last)
    table = session.state.study.table.with_targets(FAULTY[0], (2.0, 0.0, 0.0, 1.0, 0.0))
    session.apply("Set", session.state.study.with_table(table))
    assert model.text(model.place_of(FAULTY[0]), model.last) not in ("", before)


def test_the_sample_has_its_findings_and_its_fix(board, session):
    session.look(sample=FAULTY[1])
    right = board.right
    assert right.doctor.title == "Sample 18"
    assert right.doctor.findings[0].rule == "ignore-index"
    assert right.fix_button.isVisible()
    right.fix_button.click()
    assert FAULTY[1] not in doctor.rows_of(session.state.results["survey"], "ignore-index")
    assert len(session.history.entries) == 1
    session.look(sample=0)
    assert not right.fix_button.isVisible()


def test_one_step_mends_all_samples_of_a_rule(board, session):
    board.groups.buttons["rule:ignore-index"].click()
    assert board.fix_all.isVisible()
    assert board.fix_all.text().endswith(", 3 samples")
    before = session.state.study
    board.fix_all.click()
    assert session.history.undo_label.endswith(", 3 samples")
    assert (session.state.study.table.arrays()[1] >= 0).all()
    assert not board.fix_all.isVisible()
    session.undo()
    assert session.state.study == before


def test_a_fix_for_all_is_offered_only_where_it_is_an_edit_of_few_samples(session, monkeypatch):
    study, found = session.state.study, session.state.results["survey"]
    assert samples_fix.words(study, found, "rule:ignore-index")
    assert samples_fix.words(study, found, "all") == ""
    assert samples_fix.words(study, found, "rule:no-such-rule") == ""
    monkeypatch.setattr(samples_fix, "MOST", 2)
    assert samples_fix.words(study, found, "rule:ignore-index") == ""


def test_what_was_checked_and_found_is_said_for_the_status_line(board, session, qtbot):
    told = []
    board.facts_said.connect(lambda *facts: told.append(facts))
    session.look(sample=1)
    checked, found = told[-1]
    assert checked == "40 samples checked"
    assert found.startswith("4 samples with errors")
    board.hide()
    assert told[-1] == ("", "")


def test_a_finding_of_the_table_shows_what_it_is_about(qapp, qtbot):
    targets = np.zeros((200, 3))
    targets[:, 0] = 1.0
    targets[::2, 1] = 1.0
    logits = np.random.default_rng(8).normal(0, 2, (200, 3))
    session = Session(default_study(Table.of(logits, targets)), Look(board="samples"))
    session.keep_result("survey", survey(session.state.study))
    board = SamplesBoard(session, Passes(session), LIGHT)
    qtbot.addWidget(board)
    board.resize(1400, 760)
    with qtbot.waitExposed(board):
        board.show()
    assert board.groups.table_title.isVisible()
    always = next(each for each in board.groups.of_table if "always" in each.text())
    session.look(held=2)
    always.click()
    assert session.state.look.held == 0


@pytest.fixture
def inverted_board(qtbot, qapp):
    """Exchanged labels, and in the last sample nothing wrong by itself."""
    labels = (np.arange(400).reshape(80, 5) % 3 == 0).astype(float)
    logits = (1.0 - 2.0 * labels) * np.random.default_rng(8).uniform(0.2, 1.0, labels.shape)
    logits[:, 0], labels[:, 0] = 0.5, 1.0
    made = Session(default_study(Table.of(logits, labels)), Look(board="samples"))
    made.keep_result("survey", survey(made.state.study))
    board = SamplesBoard(made, Passes(made), LIGHT)
    qtbot.addWidget(board)
    board.resize(1400, 760)
    with qtbot.waitExposed(board):
        board.show()
    return board


def test_a_finding_of_the_table_has_its_place_and_its_fix(inverted_board):
    board, session = inverted_board, inverted_board.session
    right = board.right
    assert right.doctor.findings == ()
    assert right.doctor.clean == "Nothing about this sample by itself; 1 finding about the table."
    button = board.groups.of_table[0]
    button.click()
    assert button.isChecked()
    assert right.doctor.title == "The table and the losses"
    assert [each.rule for each in right.doctor.findings] == ["labels-inverted"]
    row = right.doctor.list.rows[0]
    assert row.unfolded
    assert row.lesson_link.isVisible()
    assert right.fix_button.accessibleName() == "Exchange 0 and 1 in all 80 samples"
    session.look(sample=5)
    assert right.doctor.title == "Sample 6"
    assert not board.groups.of_table[0].isChecked()
    board.groups.of_table[0].click()
    right.fix_button.click()
    assert right.doctor.title == "Sample 6", "what no longer holds is not shown"
    assert "labels-inverted" not in doctor.counts(session.state.results["survey"], session.state.study)


def test_a_group_or_a_filter_is_listed_from_its_first_sample_where_the_one_before_is_not_in_it(
    board, session
):
    session.look(sample=5)
    board.groups.buttons["rule:ignore-index"].click()
    assert session.state.look.sample == FAULTY[0]
    assert board.right.doctor.title == "Sample 4"
    session.look(sample=FAULTY[2])
    board.groups.buttons["findings"].click()
    assert session.state.look.sample == FAULTY[2], "the one looked at is listed"
    board.search.textEdited.emit("26")
    assert session.state.look.sample == rows(board)[0] == 25


def test_what_is_chosen_before_all_samples_are_known_is_gone_to_when_they_are(qapp, qtbot):
    session = Session(study(), Look(board="samples"))
    passes = Passes(session)
    board = SamplesBoard(session, passes, LIGHT)
    qtbot.addWidget(board)
    with qtbot.waitExposed(board):
        board.show()
    qtbot.waitUntil(lambda: len(passes.asked) == 1)
    board.groups.buttons["findings"].click()
    assert session.state.look.sample == 0
    passes.answer()
    assert session.state.look.sample == rows(board)[0] != 0


def test_a_sample_that_is_not_listed_is_said_to_be_so_and_has_no_fix(board, session):
    board.groups.buttons["findings"].click()
    board.groups.buttons["rule:not-finite"].click()
    assert session.state.look.sample == 25
    session.look(sample=FAULTY[0])
    assert board.right.doctor.title == "Sample 4 (not in the list)"
    assert not board.right.fix_button.isVisible()


def test_after_a_fix_the_keyboard_is_in_the_list_on_the_next_sample(board, session, qtbot):
    board.groups.buttons["rule:ignore-index"].click()
    session.look(sample=FAULTY[1])
    board.activateWindow()
    board.right.fix_button.setFocus()
    qtbot.waitUntil(board.right.fix_button.hasFocus)
    qtbot.keyClick(board.right.fix_button, Qt.Key.Key_Space)
    assert board.view.hasFocus()
    assert rows(board) == [FAULTY[0], FAULTY[2]]
    assert session.state.look.sample == FAULTY[2]
    board.fix_all.setFocus()
    board.fix_all.click()
    assert board.view.hasFocus()


def test_numbers_of_a_narrow_list_are_whole_and_titles_are_in_their_tips(board, session):
    table = session.state.study.table.with_logits(4, (-9421.3, 0.0, 0.0, 0.0, -9378.3))
    session.apply("Set", session.state.study.with_table(table))
    board.resize(1024, 620)
    QApplication.processEvents()
    model, view = board.model, board.view
    for column in range(2, model.last):
        if not view.isColumnHidden(column):
            for row in range(len(model.rows)):
                width = width_of(model.text(row, column), "name", mono=True)
                assert width + PAD <= view.columnWidth(column)
            tip = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            assert tip.startswith(f"{model.head(column)}: ")


def test_the_chosen_group_is_bold_only_where_it_then_fits(board, monkeypatch):
    button = board.groups.buttons["all"]
    button.setChecked(True)

    def bold():
        with rectangles.recording(monkeypatch) as texts:
            button.grab()
        return next(each.text for each in texts if each.text.startswith("All"))

    wide = width_of(button.text(), "body", bold=True)
    button.resize(round(wide) + 80, 30)
    assert bold() == button.text()
    for narrower in range(0, 60):
        button.resize(round(wide) + 80 - narrower, 30)
        if width_of(button.text(), "body") <= button.width() - 70:
            assert bold() == button.text()


def test_in_a_narrow_window_findings_and_their_fix_are_below_the_list(board, session, qtbot):
    assert not board.strip.isVisible()
    board.resize(900, 620)
    session.look(sample=FAULTY[0])
    QApplication.processEvents()
    assert not board.right.isVisible()
    assert board.strip.isVisible()
    assert board.strip.y() > board.view.y()
    assert board.strip.title == "Sample 4"
    row = board.strip.list.rows[0]
    assert row.finding.rule == "ignore-index"
    assert row.fix_link.isVisible()
    board.doctor.open_list()
    qtbot.keyClick(row, Qt.Key.Key_Tab)
    assert row.fix_link.hasFocus()
    qtbot.keyClick(row.fix_link, Qt.Key.Key_Space)
    assert FAULTY[0] not in doctor.rows_of(session.state.results["survey"], "ignore-index")


class TestNext:
    def test_it_goes_round_in_the_order_of_the_list(self, session):
        found = session.state.results["survey"]
        order = np.array([5, 17, 2, 3, 31])
        assert browsing.next_finding(found, order, 5, 1) == 17
        assert browsing.next_finding(found, order, 17, 1) == 3
        assert browsing.next_finding(found, order, 31, 1) == 17
        assert browsing.next_finding(found, order, 17, -1) == 31
        assert browsing.next_finding(found, order, 0, 1) == 17
        assert browsing.next_finding(found, np.array([0, 1]), 0, 1) is None

    @pytest.fixture
    def window(self, make_window):
        made = make_window(Opened(study(), Look()))
        made.activateWindow()
        QApplication.processEvents()
        return made

    def test_keys_go_to_the_next_on_the_desk_and_in_the_list(self, window, qtbot):
        qtbot.keyClick(window.desk.editor.canvas, Qt.Key.Key_F)
        assert window.session.state.look.sample == FAULTY[0]
        qtbot.keyClick(window.desk.editor.canvas, Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
        assert window.session.state.look.sample == bad(window.session)[-1]
        window.session.look(board="samples", browse=Browse(group="rule:ignore-index"), sample=0)
        for wanted in FAULTY:
            qtbot.keyClick(window.samples.view, Qt.Key.Key_F)
            assert window.session.state.look.sample == wanted
        assert "40 samples checked" in window.status._labels["checked"].whole
        assert window.samples.view.currentIndex().column() == SAMPLE

    def test_one_button_is_primary_on_either_board(self, window):
        assert window.title_bar.open.objectName() == "plain"
        assert window.desk.timeline.play.objectName() == "primary"
        window.session.look(board="samples")
        assert not window.desk.timeline.isVisible()
        assert window.samples.right.open_button.objectName() == "primary"
        window.session.look(board="desk")
        assert window.desk.timeline.isVisible()

    def test_nothing_found_is_said(self, window):
        clean = Table.of([[3.0, -3.0]], [[1.0, 0.0]])
        window.session.apply("Load", replace(window.session.state.study, table=clean))
        window.actions_by_id["next_finding"].trigger()
        assert window.status.said.whole == doctor_commands.NOTHING

    def test_what_was_said_of_one_document_goes_with_it(self, window):
        window.actions_by_id["next_finding"].trigger()
        window.status.tell(doctor_commands.NOTHING)
        window.session.open(study(), Look())
        assert window.status.said.whole == ""

    def test_findings_of_the_table_are_mentioned_where_single_samples_have_none(self, window):
        labels = (np.arange(200).reshape(40, 5) % 3 == 0).astype(float)
        probabilities = Table.of(np.random.default_rng(8).random((40, 5)) * 0.9 + 0.05, labels)
        window.session.apply("Load", replace(window.session.state.study, table=probabilities))
        window.session.look(board="samples", browse=Browse(query="labels > 0"))
        window.actions_by_id["next_finding"].trigger()
        assert "; 1 finding about the table" in window.status.said.whole

    def test_a_filter_without_findings_is_said(self, window):
        window.session.look(board="samples", browse=Browse(query="labels > 99"))
        window.actions_by_id["next_finding"].trigger()
        assert window.status.said.whole == doctor_commands.NONE_LISTED


class TestFile:
    @pytest.fixture
    def window(self, make_window):
        return make_window(Opened(study(), Look()))

    def test_csv_and_json_hold_every_finding(self, window, tmp_path):
        window.commands.doctor.choose(str(tmp_path / "found"), doctor_commands.FILTER.split(";;")[0])
        text = (tmp_path / "found.csv").read_text(encoding="utf-8")
        lines = list(csv.DictReader(text.splitlines()))
        ignored = [line["sample"] for line in lines if line["rule"] == "ignore-index"]
        assert ignored == [f"sample {row + 1}" for row in FAULTY]
        window.commands.doctor.choose(str(tmp_path / "found"), doctor_commands.FILTER.split(";;")[1])
        found = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))["findings"]
        assert [each["message"] for each in found] == [line["message"] for line in lines]
        assert window.status.said.whole == f"Wrote {len(lines)} findings to found.json"

    def test_many_are_written_by_the_worker(self, window, tmp_path, qtbot, monkeypatch):
        monkeypatch.setattr(doctor_commands, "MOST_ROWS", 1)
        here, there = tmp_path / "here.csv", tmp_path / "there.csv"
        window.commands.doctor.export_to(there)
        qtbot.waitUntil(there.exists)
        monkeypatch.setattr(doctor_commands, "MOST_ROWS", 1000)
        window.commands.doctor.export_to(here)
        assert there.read_text(encoding="utf-8") == here.read_text(encoding="utf-8")

    def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_left(self, window, tmp_path):
        window.commands.doctor.export_to(tmp_path / "no" / "found.csv")
        assert "found.csv was not written" in window.notice.text.text()
        assert list(tmp_path.iterdir()) == []

    def test_a_file_that_is_there_is_asked_about_when_the_ending_was_left_out(self, window, tmp_path):
        (tmp_path / "found.csv").write_text("mine", encoding="utf-8")
        window.commands.doctor.choose(str(tmp_path / "found"), "CSV (*.csv)")
        assert (tmp_path / "found.csv").read_text(encoding="utf-8") == "mine"
        assert "there already" in window.notice.text.text()


class TestMarks:
    def test_classes_that_an_error_names_are_marked_across_the_zero_line(self, board, session):
        session.look(sample=FAULTY[0])
        marks = board.right.marks
        assert marks.severities == {0: "error"}
        layout = board.right.card.canvas.layout_of_figure
        x, zero = layout.to_pixels(Place(0, 0.0))
        place = marks.places()[0]
        logit = session.state.sample.logits[0]
        assert place.x() == x
        assert (place.y() > zero) == (logit >= 0)
        before = marks.grab().toImage()
        session.look(sample=0)
        assert marks.places() == {}
        assert marks.grab().toImage() != before

    def test_they_let_the_mouse_through_and_cover_the_bars(self, board):
        canvas = board.right.card.canvas
        board.resize(1500, 700)
        QApplication.processEvents()
        assert board.right.marks.geometry() == canvas.rect()
        assert canvas.childAt(canvas.rect().center()) is None


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (2560, 1440)])
def test_no_text_of_the_board_is_cut_or_lies_on_another(make_window, monkeypatch, size, scale):
    window = make_window(Opened(study(), Look(sample=FAULTY[0])), size)
    window.session.keep_result("survey", survey(window.session.state.study))
    window.appearance.choose_scale(scale)
    window.session.look(board="samples", browse=Browse(group="rule:ignore-index"))
    for _ in range(3):
        QApplication.processEvents()
    texts = rectangles.of_panels(window, monkeypatch)
    controls = rectangles.controls(window)
    window.appearance.choose_scale(1.0)
    assert any("Targets of −1" in each.text for each in texts)
    problems = rectangles.overlaps(texts) + [each for each in map(rectangles.cut, controls) if each]
    assert not problems, "\n".join(problems)
