"""The main job on a real screen: open, drag, label, soften, undo, redo, save, reopen.

Every event comes through the X server, as from a person's hand.
"""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from explorer.study import examples
from explorer.study.storage import load
from tests.ui.x11 import keep_picture

pytestmark = pytest.mark.xcb
CSV = """\
sample,logit:cat,logit:dog,logit:night,target:cat,target:dog,target:night
first,1.5,-0.8,2.0,1,0,0
second,0,0,1,0,1,0
"""


@pytest.fixture
def window(real_window):
    return real_window


def on_screen(canvas, point):
    return canvas.mapToGlobal(QPointF(point))


def handle_point(window, card, identity):
    """The middle of a handle of a card, on the screen."""
    canvas = window.desk.cards[card].canvas
    handle = next(item for item in canvas.figure.handles if item.id == identity)
    return on_screen(canvas, QPointF(*canvas.layout_of_figure.to_pixels(handle.place)))


def choose_file(window, qtbot, hand, path):
    """Type a path into the open file dialog and press Enter."""
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    qtbot.waitUntil(field.isVisible)
    dialog.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    hand.key("ctrl", "a")
    hand.type(str(path))
    assert field.text() == str(path)
    hand.key("enter")
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_open_drag_label_soften_undo_redo_save_reopen(window, hand, qtbot, tmp_path):
    session = window.session
    table = tmp_path / "mine.csv"
    table.write_text(CSV)

    hand.key("ctrl", "o")
    choose_file(window, qtbot, hand, table)
    qtbot.waitUntil(lambda: session.state.sample.classes == ("cat", "dog", "night"))
    keep_picture(window, "1-opened")
    opened = session.state.study

    start = handle_point(window, "logits", "logit:1")
    hand.drag(start, start - QPointF(0, 60))
    dragged = session.state.study
    assert session.state.sample.logits[1] > -0.5
    assert session.history.undo_label == "Drag dog"
    assert session.state.look.slice_class == 1
    keep_picture(window, "2-dragged")

    hand.click(handle_point(window, "logits", "target:1"))
    labelled = session.state.study
    assert session.state.sample.targets.tolist() == [1, 1, 0]
    assert len(session.history.entries) == 2

    chip = handle_point(window, "logits", "target:2")
    hand.drag(chip - QPointF(18, 0), chip)
    softened = session.state.study
    assert 0.3 < session.state.sample.targets[2] < 0.7
    keep_picture(window, "3-softened")

    for expected in (labelled, dragged, opened):
        hand.key("ctrl", "z")
        assert session.state.study == expected
    assert not session.history.can_undo
    for expected in (dragged, labelled, softened):
        hand.key("ctrl", "shift", "z")
        assert session.state.study == expected

    hand.key("ctrl", "s")
    saved = tmp_path / "mine.study.json"
    choose_file(window, qtbot, hand, saved)
    qtbot.waitUntil(lambda: saved.exists())
    assert session.history.is_saved
    assert load(saved).study == softened

    window.commands.open_example(next(iter(examples.EXAMPLES)))
    assert session.state.study != softened
    hand.key("ctrl", "o")
    choose_file(window, qtbot, hand, saved)
    qtbot.waitUntil(lambda: session.state.study == softened)
    window.commands.choose_theme("dark")
    keep_picture(window, "4-reopened-dark")


def test_escape_leaves_a_drag(window, hand, qtbot):
    before = window.session.state.study
    start = handle_point(window, "logits", "logit:2")
    hand.press(start)
    for step in range(1, 6):
        hand.move(start + QPointF(0, 12 * step))
    assert window.session.state.study != before
    hand.key("esc")
    hand.release()
    assert window.session.state.study == before
    assert not window.session.history.can_undo


def test_the_slice_and_alpha_are_dragged_too(window, hand, qtbot):
    start = handle_point(window, "slice", "slice")
    hand.drag(start, start + QPointF(40, 0))
    held = window.session.state.look.slice_class
    assert window.session.state.sample.logits[held] != examples.opening().study.table.sample(0).logits[held]
    start = handle_point(window, "sharpening", "alpha")
    hand.drag(start, start + QPointF(40, 0))
    assert window.session.state.look.alpha > 1.2


def test_keys_move_a_bar(window, hand, qtbot):
    hand.click(handle_point(window, "logits", "logit:0"))
    before = window.session.state.sample.logits[0]
    hand.key("Up")
    assert window.session.state.sample.logits[0] == pytest.approx(before + 0.1)
    hand.key("shift", "Down")
    assert window.session.state.sample.logits[0] == pytest.approx(before - 0.9)
    hand.key("Right")
    assert window.session.state.look.held == 1
    hand.key("0")
    assert window.session.state.sample.targets[1] == 0


def test_a_picture_of_the_window_has_the_size_asked_for(window):
    assert window.size().width() == 1440
    assert window.size().height() == 900
    assert window.pos() == QPoint(0, 0)


def in_widget(widget, x, y):
    """A place of a widget in shares of its size, on the screen."""
    return QPointF(widget.mapToGlobal(QPoint(round(x * widget.width()), round(y * widget.height()))))


def test_several_classes_are_banded_and_dragged_together(window, hand, qtbot):
    session = window.session
    first, last = (handle_point(window, "logits", f"logit:{index}") for index in (1, 3))
    with hand.held("shift"):
        hand.drag(first + QPointF(-15, -40), last + QPointF(15, 40))
    assert session.state.look.selected == {1, 2, 3}
    keep_picture(window, "5-banded")
    before = session.state.sample.logits
    grip = handle_point(window, "logits", "logit:2")
    hand.drag(grip, grip + QPointF(0, 50))
    moved = session.state.sample.logits - before
    assert moved[2] < -0.3
    assert moved.tolist() == pytest.approx([0.0, moved[2], moved[2], moved[2], 0.0])
    hand.key("ctrl", "z")
    assert (session.state.sample.logits == before).all()


def test_the_list_of_samples_is_sorted_filtered_and_opened(window, hand, qtbot):
    session = window.session
    hand.key("ctrl", "l")
    qtbot.waitUntil(lambda: session.state.results.get("survey") is not None)
    board = window.samples
    column = [found.name for found in board.model.columns].index("bce") + 2  # after sign and sample
    heads = board.view.heads
    middle = heads.sectionViewportPosition(column) + heads.sectionSize(column) // 2
    hand.click(QPointF(heads.viewport().mapToGlobal(QPoint(middle, heads.height() // 2))))
    values = session.state.results["survey"].column("value:2")
    assert board.model.rows.tolist() == sorted(range(5), key=lambda row: -values[row])
    keep_picture(window, "6-samples")
    hand.click(in_widget(board.search, 0.3, 0.5))
    hand.type("bce < 6")
    kept = [row for row in range(5) if values[row] < 6]
    assert sorted(board.model.rows.tolist()) == kept
    hand.key("enter")
    hand.key("end")
    wanted = board.model.sample_at(len(kept) - 1)
    hand.key("enter")
    qtbot.waitUntil(window.desk.isVisible)
    assert session.state.look.sample == wanted


def test_the_palette_runs_what_is_typed(window, hand, qtbot):
    hand.key("ctrl", "shift", "p")
    qtbot.waitUntil(window.palette_of_commands.isVisible)
    hand.type("dark")
    hand.key("enter")
    assert window.appearance.choice == "dark"
    assert not window.palette_of_commands.isVisible()
    keep_picture(window, "7-dark")


def test_a_class_is_added_renamed_and_removed_by_keys(window, hand, qtbot):
    session, view = window.session, window.desk.classes.view
    hand.click(QPointF(view.viewport().mapToGlobal(view.visualRect(view.model().index(1, 0)).center())))
    hand.key("f2")
    hand.key("ctrl", "a")
    hand.type("otter")
    hand.key("enter")
    assert session.state.sample.classes[1] == "otter"
    hand.key("insert")
    hand.type("heron")
    hand.key("enter")
    assert session.state.sample.classes[-1] == "heron"
    assert len(session.state.sample.classes) == 6
    hand.key("ctrl", "z")
    hand.key("ctrl", "z")
    assert session.state.sample.classes == ("a", "b", "c", "d", "e")


@pytest.mark.parametrize("answer", ["Discard changes", "Save"])
def test_a_file_chosen_over_unsaved_changes_is_asked_for(window, hand, qtbot, tmp_path, answer):
    session = window.session
    table, saved = tmp_path / "mine.csv", tmp_path / "kept.study.json"
    table.write_text(CSV)
    hand.click(handle_point(window, "logits", "target:1"))
    edited, canvas = session.state.study, QApplication.focusWidget()
    assert not session.history.is_saved
    hand.key("ctrl", "o")
    choose_file(window, qtbot, hand, table)
    qtbot.waitUntil(window.notice.isVisible)
    assert session.state.study == edited
    button = next(button for button in window.notice.buttons if button.text() == answer)
    hand.click(in_widget(button, 0.5, 0.5))
    if answer == "Save":
        choose_file(window, qtbot, hand, saved)
        qtbot.waitUntil(saved.exists)
        assert load(saved).study == replace(edited, title="kept")
    qtbot.waitUntil(lambda: session.state.sample.classes == ("cat", "dog", "night"))
    assert not window.notice.isVisible()
    assert QApplication.focusWidget() is canvas


def test_the_keyboard_comes_back_from_a_file_dialog(window, hand, qtbot):
    hand.click(handle_point(window, "logits", "target:1"))
    canvas = QApplication.focusWidget()
    hand.key("ctrl", "o")
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    dialog = window.findChild(QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert QApplication.focusWidget() is not canvas
    hand.key("esc")
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)
    window.activateWindow()  # no window manager does it here
    qtbot.waitUntil(window.isActiveWindow)
    assert QApplication.focusWidget() is canvas


def test_descend_moves_the_bars_and_a_step_is_kept(window, hand, qtbot):
    session, panel = window.session, window.desk.timeline
    start = session.state.sample.logits.tolist()
    keep_picture(window, "5-descend-0")
    window.commands.descend.choose_speed(0.25)  # so that it is not over before it is paused
    hand.click(on_screen(panel.play, panel.play.rect().center()))
    qtbot.waitUntil(lambda: session.state.look.time >= 20)
    bars = {handle.id: handle.place.y for handle in window.desk.cards["logits"].canvas.figure.handles}
    assert all(abs(bars[f"logit:{index}"] - logit) > 0.05 for index, logit in enumerate(start))
    hand.key("space")
    assert not window.commands.descend.is_playing
    stopped = session.state.look.time
    keep_picture(window, "6-descend-paused")
    hand.key(".")
    hand.key(".")
    hand.key(",")
    assert session.state.look.time == stopped + 1

    cursor = on_screen(
        panel.canvas, QPointF(*panel.canvas.layout_of_figure.to_pixels(panel.canvas.figure.handles[0].place))
    )
    hand.press(cursor + QPointF(0, 30))
    hand.move(cursor + QPointF(80, 30))
    qtbot.waitUntil(lambda: session.state.look.time > stopped + 5)
    hand.key("esc")
    hand.release()
    assert session.state.look.time == stopped + 1
    assert session.state.study.table.sample(0).logits.tolist() == start

    hand.click(on_screen(panel.keep, panel.keep.rect().center()))
    assert session.history.undo_label == f"Keep step {stopped + 1} of ZLPR"
    assert session.state.look.time == 0
    assert session.state.study.table.sample(0).logits.tolist() != start
    keep_picture(window, "7-descend-kept")
    hand.key("ctrl", "z")
    assert session.state.study.table.sample(0).logits.tolist() == start
