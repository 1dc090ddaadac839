"""The unsaved study beside the window: when it is written, when it goes, how it comes back."""

import threading

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from explorer.study import recovery, storage
from explorer.study.recovery import Note, Slot
from explorer.study.study import Look
from explorer.ui.program.autosave import Autosave
from explorer.ui.program.keeping import Keeping
from explorer.ui.program.restoring import ago


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def autosave(window, folder):
    """Writes without any pause."""
    made = Autosave(window.commands, Slot.new(folder), window, pause=0.0)
    window.closed.connect(made.close)
    return made


def edit(window, value=3.25):
    study = window.session.state.study
    window.session.apply("Set", study.with_table(study.table.with_logit(0, 1, value)))
    return window.session.state.study


def settle(qtbot, autosave):
    qtbot.waitUntil(lambda: autosave.is_idle)


def kept(autosave):
    return storage.load(autosave.slot.study).study.table if autosave.slot.study.exists() else None


def way(window, words):
    return next(button for button in window.notice.buttons if button.text() == words)


def left_by_a_crash(folder, study, path=None, seconds=1000.0):
    slot = Slot.new(folder)
    recovery.keep(slot, study, Look(alpha=2.0), Note(path, read_only=False, seconds=seconds))
    slot.leave()


def test_an_edit_is_kept_and_taking_it_back_leaves_nothing(window, autosave, qtbot):
    edited = edit(window)
    settle(qtbot, autosave)
    assert kept(autosave) == edited.table
    window.session.undo()
    settle(qtbot, autosave)
    assert kept(autosave) is None
    window.session.redo()
    settle(qtbot, autosave)
    assert kept(autosave) == edited.table


def test_looking_about_keeps_nothing(window, autosave, qtbot):
    window.session.look(alpha=3.0, sample=2)
    settle(qtbot, autosave)
    assert kept(autosave) is None


def test_nothing_is_written_while_a_gesture_is_open(window, autosave, qtbot):
    study = window.session.state.study
    window.session.begin("Drag")
    for value in (1.0, 2.0, 3.0):
        window.session.update(study.with_table(study.table.with_logit(0, 0, value)))
        qtbot.wait(5)
    assert autosave.is_idle
    assert kept(autosave) is None
    window.session.end()
    settle(qtbot, autosave)
    assert kept(autosave).sample(0).logits[0] == 3.0


def test_a_gesture_that_begins_before_the_writing_holds_it_up(window, autosave, qtbot):
    edited = edit(window)
    window.session.begin("Drag")
    qtbot.wait(20)
    assert kept(autosave) is None
    window.session.end()
    settle(qtbot, autosave)
    assert kept(autosave) == edited.table


def test_a_cancelled_gesture_keeps_nothing(window, autosave, qtbot):
    study = window.session.state.study
    window.session.begin("Drag")
    window.session.update(study.with_table(study.table.with_logit(0, 0, 9.0)))
    window.session.cancel()
    settle(qtbot, autosave)
    assert kept(autosave) is None


def test_saving_removes_what_was_kept(window, autosave, qtbot, tmp_path):
    edit(window)
    settle(qtbot, autosave)
    window.commands.save_to(tmp_path / "mine.study.json")
    settle(qtbot, autosave)
    assert kept(autosave) is None


def test_saving_during_a_writing_leaves_nothing(window, autosave, qtbot, tmp_path, monkeypatch):
    may_go_on = threading.Event()
    real = recovery.keep

    def slow(*arguments):
        may_go_on.wait(120)
        real(*arguments)

    monkeypatch.setattr(recovery, "keep", slow)
    edit(window)
    qtbot.waitUntil(lambda: autosave.is_writing)
    window.commands.save_to(tmp_path / "mine.study.json")
    may_go_on.set()
    settle(qtbot, autosave)
    assert kept(autosave) is None


def test_what_changed_during_a_writing_is_written_next(window, autosave, qtbot, monkeypatch):
    may_go_on = threading.Event()
    real, written = recovery.keep, []

    def slow(slot, study, look, note):
        written.append(study)
        may_go_on.wait(120)
        real(slot, study, look, note)

    monkeypatch.setattr(recovery, "keep", slow)
    first = edit(window, 1.0)
    qtbot.waitUntil(lambda: autosave.is_writing)
    edit(window, 2.0)
    last = edit(window, 3.0)
    may_go_on.set()
    settle(qtbot, autosave)
    assert written == [first, last]
    assert kept(autosave) == last.table


def test_within_the_pause_one_writing_waits(window, folder, qtbot):
    autosave = Autosave(window.commands, Slot.new(folder), window, pause=1000.0)
    first = edit(window, 1.0)
    qtbot.waitUntil(lambda: kept(autosave) is not None)
    qtbot.waitUntil(lambda: not autosave.is_writing)
    edit(window, 2.0)
    qtbot.wait(20)
    assert not autosave.is_writing
    assert kept(autosave) == first.table
    autosave.close()


def test_a_folder_that_goes_is_said_once(window, autosave, qtbot):
    said = []
    autosave.failed.connect(said.append)
    autosave.slot.study.mkdir()  # a folder in the way of the file
    for value in (1.0, 2.0, 3.0):
        edit(window, value)
        settle(qtbot, autosave)
    assert len(said) == 1
    assert "cannot be kept" in said[0]
    autosave.slot.study.rmdir()
    edit(window, 4.0)
    settle(qtbot, autosave)
    assert kept(autosave) is not None


def test_closing_the_window_leaves_nothing(window, autosave, qtbot, folder):
    edit(window)
    settle(qtbot, autosave)
    window.close()
    way(window, "Discard changes").click()
    assert list(folder.iterdir()) == []


# The next start


@pytest.fixture
def keeping(window, folder, monkeypatch, qtbot):
    """Begin to keep, as the program does once its window is shown; faults stay pytest's."""
    monkeypatch.setattr("explorer.ui.program.keeping.faulthandler.enable", lambda file: None)
    monkeypatch.setattr("explorer.ui.program.keeping.faulthandler.disable", lambda: None)
    monkeypatch.setattr("explorer.ui.program.crash.CrashReports.install", lambda self: None)
    made = []

    def begin():
        made.append(Keeping(window, folder))
        qtbot.wait(1)
        return made[-1]

    yield begin
    for each in made:
        each.close()


def study_of(window, value):
    study = window.session.state.study
    return study.with_table(study.table.with_logit(0, 1, value))


def test_a_start_after_a_good_end_says_nothing(window, folder, keeping):
    keeping().close()
    assert list(folder.iterdir()) == []
    keeping()
    assert not window.notice.isVisible()
    assert not window.actions_by_id["unsaved_studies"].isEnabled()


def test_restoring_opens_it_unsaved_and_keeps_the_file_until_it_is_saved(
    window, folder, keeping, tmp_path, qtbot
):
    mine = tmp_path / "mine.study.json"
    storage.save(mine, window.session.state.study, Look())
    wanted = study_of(window, 7.5)
    left_by_a_crash(folder, wanted, mine)
    kept_by = keeping()
    assert "“Five samples” was not saved when the program ended unexpectedly" in window.notice.text.text()
    way(window, "Restore").click()
    assert window.session.state.study == wanted
    assert window.session.state.look.alpha == 2.0
    assert window.commands.path == mine
    assert not window.session.history.is_saved
    assert not window.notice.isVisible()
    settle(qtbot, kept_by.autosave)
    assert kept(kept_by.autosave) == wanted.table
    assert len(list(folder.glob("*.study.json"))) == 1
    window.commands.save()
    settle(qtbot, kept_by.autosave)
    assert storage.load(mine).study == wanted
    assert list(folder.glob("*.study.json")) == []


def test_the_menu_recovers_as_long_as_there_is_something(window, folder, keeping):
    recover = window.actions_by_id["unsaved_studies"]
    left_by_a_crash(folder, study_of(window, 7.5))
    assert not recover.isEnabled()
    keeping()
    assert recover.isEnabled()
    window.notice.closer.click()
    assert recover.isEnabled()
    recover.trigger()
    way(window, "Discard").click()
    assert not recover.isEnabled()


def test_a_crash_after_restoring_loses_nothing(window, folder, keeping, qtbot):
    wanted = study_of(window, 7.5)
    left_by_a_crash(folder, wanted)
    kept_by = keeping()
    way(window, "Restore").click()
    settle(qtbot, kept_by.autosave)
    kept_by.autosave.slot.leave()  # as the end of the process does
    left, _ = recovery.found(folder)
    assert [one.opened.study for one in left] == [wanted]


def test_several_are_offered_one_after_the_other(window, folder, keeping, qtbot):
    for value in (1.5, 2.5):
        study = study_of(window, value)
        left_by_a_crash(folder, type(study)(f"at {value}", study.table, study.shown), seconds=value)
    keeping()
    assert "“at 2.5”" in window.notice.text.text()
    assert "“at 1.5”" in window.notice.text.text()
    way(window, "Restore “at 1.5”").click()
    assert window.session.state.study.title == "at 1.5"
    qtbot.waitUntil(lambda: window.notice.isVisible())
    assert "“at 2.5” was not saved" in window.notice.text.text()
    way(window, "Restore").click()
    assert "not saved" in window.notice.text.text()
    way(window, "Discard changes").click()
    assert window.session.state.study.title == "at 2.5"


def test_two_of_one_title_are_told_apart(window, folder, keeping):
    for value in (1.5, 2.5):
        left_by_a_crash(folder, study_of(window, value), seconds=value)
    keeping()
    words = [button.text() for button in window.notice.buttons]
    assert words[-1] == "Discard all"
    assert len(set(words)) == 3
    window.notice.buttons[0].click()
    assert window.session.state.sample.logits[1] == 2.5


def test_a_long_title_leaves_room(window, folder, keeping):
    study = study_of(window, 1.5)
    for letter in "ab":
        left_by_a_crash(folder, type(study)(letter * 400, study.table, study.shown))
    keeping()
    assert window.width() == 1440
    assert all(len(button.text()) < 50 for button in window.notice.buttons)


def test_discarding_removes_it(window, folder, keeping):
    left_by_a_crash(folder, study_of(window, 7.5))
    keeping()
    way(window, "Discard").click()
    assert len(list(folder.glob("*.lock"))) == 1  # this window's own
    assert list(folder.glob("*.study.json")) == []


def test_closing_the_bar_keeps_it_for_the_menu_and_the_next_start(window, folder, keeping):
    left_by_a_crash(folder, study_of(window, 7.5))
    first = keeping()
    window.notice.closer.click()
    window.session.look(sample=1)
    window.actions_by_id["unsaved_studies"].trigger()
    assert window.notice.isVisible()
    first.close()
    window.notice.hide()
    keeping()
    assert "Five samples" in window.notice.text.text()


def test_unsaved_work_is_asked_for_before_restoring(window, folder, keeping):
    left_by_a_crash(folder, study_of(window, 7.5))
    keeping()
    edited = edit(window, 1.0)
    way(window, "Restore").click()
    assert window.session.state.study is edited
    way(window, "Discard changes").click()
    assert window.session.state.sample.logits[1] == 7.5


def test_damage_is_said_and_no_more(window, folder, keeping):
    left_by_a_crash(folder, study_of(window, 7.5))
    next(folder.glob("*.study.json")).write_text("{")
    keeping()
    assert "damaged" in window.notice.text.text()


def test_a_folder_that_cannot_be_made_is_said(window, folder, keeping):
    folder.write_text("")
    assert keeping().autosave is None
    assert "cannot be kept" in window.notice.text.text()
    edit(window)


def test_a_fault_is_offered_as_a_report(window, folder, keeping, qtbot):
    slot = Slot.new(folder)
    slot.fault.write_text(f"Python 3{recovery.FAULT_MARK}Fatal Python error: Segmentation fault")
    slot.leave()
    kept_by = keeping()
    assert "ended unexpectedly" in window.notice.text.text()
    shown = []
    kept_by.restoring._show_report = shown.append
    way(window, "Show report").click()
    assert "Segmentation fault" in shown[0]
    assert len(list(folder.glob("*.lock"))) == 1


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "less than a minute ago"),
        (59, "less than a minute ago"),
        (60, "1 minute ago"),
        (3 * 60 + 20, "3 minutes ago"),
        (7300, "2 hours ago"),
        (86400 * 9, "9 days ago"),
    ],
)
def test_how_long_ago(seconds, words):
    assert ago(seconds) == words


def test_a_real_drag_is_one_writing(window, autosave, qtbot):
    written = []
    autosave.written.connect(written.append)
    canvas = window.desk.cards["logits"].canvas
    handle = next(item for item in canvas.figure.handles if item.id == "logit:0")
    start = QPointF(*canvas.layout_of_figure.to_pixels(handle.place)).toPoint()

    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 8):
        QTest.mouseMove(canvas, start + QPointF(0, 4 * step).toPoint())
        qtbot.wait(2)
    assert written == []
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPointF(0, 28).toPoint())
    settle(qtbot, autosave)
    assert written == [window.session.state.study]
