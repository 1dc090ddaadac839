"""The speaker's desk: the panel of a story, its steps, words, slider and numbers, and what can be undone."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from explorer.analysis.quantities import computed
from explorer.analysis.story_numbers import staged
from explorer.study.stories import STORIES, words_in
from explorer.ui.language_switch import follow
from explorer.ui.panels.story_place import NARROW, WIDE, width_of
from explorer.wording import use
from tests.ui import rectangles
from tests.ui.panel_parts import focus

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
KEYS = Qt.KeyboardModifier


@pytest.fixture
def window(make_window):
    made = make_window()
    made.actions_by_id["edit_story.zlpr"].trigger()
    return made


def panel_of(window):
    return window.desk.stories


def story_of(window):
    return window.session.state.study.stories[0]


def titles(window) -> list[str]:
    return [words_in(step.titles, "en") for step in story_of(window).steps]


def type_at_end(field: QWidget, text: str) -> None:
    last = KEYS.NoModifier if isinstance(field, QLineEdit) else KEYS.ControlModifier
    QTest.keyClick(field, Qt.Key.Key_End, last)
    QTest.keyClicks(field, text)


def undo_label(window) -> str:
    return window.session.history.undo_label


# The panel


def test_without_a_story_nothing_of_it_is_made(make_window) -> None:
    window = make_window()
    assert window.desk.stories is None
    for name in ("update_step", "go_to_step", "remove_step", "save_story", "step_up"):
        assert not window.actions_by_id[name].isEnabled()
    assert window.actions_by_id["record_step"].isEnabled()


def test_the_empty_panel_has_one_button_which_records(make_window) -> None:
    window = make_window()
    window.actions_by_id["story_panel"].trigger()
    panel = panel_of(window)
    assert panel.isVisible()
    assert panel.empty.isVisible()
    assert panel.empty.label.text() == "No story yet. Record a step, or open one that is shipped."
    assert panel.empty.button.hasFocus() or not window.isActiveWindow()
    QTest.mouseClick(panel.empty.button, LEFT)
    assert not panel.empty.isVisible()
    assert len(story_of(window)) == 1
    assert undo_label(window) == "New story"
    window.session.undo()
    assert panel.empty.isVisible()


@pytest.mark.parametrize(("size", "wide"), [((1440, 900), WIDE), ((1024, 700), NARROW)])
def test_the_panel_lies_beside_all_other_parts(make_window, size, wide) -> None:
    window = make_window(size=size)
    window.actions_by_id["edit_story.zlpr"].trigger()
    desk, panel = window.desk, panel_of(window)
    assert (window.width(), window.height()) == size
    assert panel.width() == wide == width_of(size[0])
    others = [part for part in desk.parts.values() if part.isVisible() and part is not panel]
    assert desk.losses in others
    assert desk.doctor in others
    assert desk.timeline in others
    assert all(part.geometry().right() < panel.geometry().left() for part in others)
    assert rectangles.collisions(panel) == []
    assert [rectangles.cut(part) for part in rectangles.controls(panel) if rectangles.cut(part)] == []
    panel.closer.click()
    assert not panel.isVisible()
    assert max(part.geometry().right() for part in others) > window.width() - 20


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_every_row_of_the_form_can_be_reached(make_window, size) -> None:
    window = make_window(size=size)
    window.actions_by_id["record_step"].trigger()  # without a caption nothing of it wraps
    form = panel_of(window).form
    for text in ("", "Words that are so many that they need more than one line.", "{entropy} of them"):
        window.commands.story_editing.write("captions", text)
        bottom = form.seconds.mapTo(form.widget(), QPoint(0, form.seconds.height())).y()
        assert form.widget().height() >= bottom > 300
        assert form.widget().width() == form.width()
        form.ensureWidgetVisible(form.seconds)
        assert not form.seconds.visibleRegion().isEmpty()


def test_every_part_has_a_name_and_can_be_reached_by_keys(window) -> None:
    panel = panel_of(window)
    form = panel.form
    parts = [panel.more, panel.closer, panel.title, panel.list, *panel.signs.values(), panel.record]
    parts += [form.title, form.caption, form.notes, *form.cards, form.insert, form.slider.kind, form.seconds]
    parts += [panel.update_step, panel.preview]
    for part in parts:
        assert part.accessibleName(), part
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus, part.accessibleName()
    names = [part.accessibleName() for part in parts]
    assert len(set(names)) == len(names)


# Steps


def test_record_puts_what_is_on_the_desk_after_the_chosen_step(window) -> None:
    window.commands.story_editing.go_at(2)
    window.session.look(alpha=2.5, enlarged="gradient")
    before = len(story_of(window))
    window.actions_by_id["record_step"].trigger()
    step = story_of(window).steps[3]
    state = window.session.state
    assert len(story_of(window)) == before + 1
    assert np.array_equal(step.study.table.sample(0).logits, state.sample.logits)
    assert step.study.shown == state.study.shown
    assert step.look.alpha == 2.5
    assert step.cards == ("gradient",)
    assert words_in(step.titles) == "Gradient"
    assert undo_label(window) == "Record step 4 of “How ZLPR arises”"
    assert window.commands.story_editing.at == 3
    assert panel_of(window).list.currentIndex().row() == 3
    window.session.undo()
    assert story_of(window).steps == STORIES["zlpr"].steps


def test_a_step_recorded_of_the_desk_has_the_bars_and_the_first_card(make_window) -> None:
    window = make_window()
    window.actions_by_id["record_step"].trigger()
    assert story_of(window).steps[0].cards == ("logits", window.commands.cards.pages[0][0])


def test_update_takes_the_state_and_keeps_the_words(window) -> None:
    before = story_of(window).steps[0]
    window.actions_by_id["update_step"].trigger()
    step = story_of(window).steps[0]
    assert step.study.table.classes == window.session.state.study.table.classes
    assert (step.titles, step.captions, step.notes, step.cards) == (
        before.titles,
        before.captions,
        before.notes,
        before.cards,
    )
    for number in step.numbers:  # what is stated is what the new state has
        assert number.holds(computed(number, staged(step)))
    assert [number.expected for number in step.numbers] != [number.expected for number in before.numbers]
    assert undo_label(window) == "Update step 1"


def test_duplicate_and_remove(window) -> None:
    window.actions_by_id["duplicate_step"].trigger()
    first = STORIES["zlpr"].steps[0]
    assert story_of(window).steps[:2] == (first, first)
    assert window.commands.story_editing.at == 1
    focus_list = panel_of(window).list
    QTest.keyClick(focus_list, Qt.Key.Key_Delete)
    assert story_of(window).steps == STORIES["zlpr"].steps
    assert window.session.state.study.table.class_count == 5  # Delete removed no class
    while len(story_of(window)) > 1:
        window.actions_by_id["remove_step"].trigger()
    assert not window.actions_by_id["remove_step"].isEnabled()


def test_steps_move_by_keys(window) -> None:
    before = titles(window)
    window.commands.story_editing.go_at(1)
    window.actions_by_id["step_up"].trigger()
    assert titles(window) == [before[1], before[0], *before[2:]]
    assert window.commands.story_editing.at == 0
    assert not window.actions_by_id["step_up"].isEnabled()
    window.actions_by_id["step_down"].trigger()
    assert titles(window) == before
    assert undo_label(window) == "Move step 1 to 2"


def test_keys_that_move_steps_are_the_panels(window) -> None:
    panel = panel_of(window)
    for name in ("step_up", "step_down"):
        action = window.actions_by_id[name]
        assert action in panel.actions()
        assert action not in window.actions()  # Alt+Up is a logit's in the table of classes
        assert action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut


def drag(view, row: int, to_y: float, release: bool = True) -> None:
    port = view.viewport()
    start = QPointF(view.visualRect(view.steps.index(row)).center())
    kinds = [(QEvent.Type.MouseButtonPress, start, LEFT, LEFT)]
    for y in (start.y() + 4, (start.y() + to_y) / 2, to_y):
        kinds.append((QEvent.Type.MouseMove, QPointF(start.x(), y), NONE, LEFT))
    if release:
        kinds.append((QEvent.Type.MouseButtonRelease, QPointF(start.x(), to_y), LEFT, NONE))
    for kind, at, button, held in kinds:
        event = QMouseEvent(kind, at, port.mapToGlobal(at), button, held, KEYS.NoModifier)
        QApplication.sendEvent(port, event)


def test_steps_move_by_hand(window) -> None:
    before, view = titles(window), panel_of(window).list
    row = view.visualRect(view.steps.index(0)).height()
    drag(view, 0, 3.1 * row)
    assert titles(window) == [before[1], before[2], before[0], *before[3:]]
    assert window.commands.story_editing.at == 2
    window.session.undo()
    drag(view, 1, 0.1 * row)
    assert titles(window) == [before[1], before[0], *before[2:]]


def test_a_drag_is_left_with_escape(window) -> None:
    before, view = titles(window), panel_of(window).list
    drag(view, 0, 200.0, release=False)
    assert view.drop is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.drop is None
    QTest.mouseRelease(view.viewport(), LEFT, pos=QPoint(40, 200))
    assert titles(window) == before


def test_a_click_and_the_arrow_keys_choose_a_step(window) -> None:
    view, form = panel_of(window).list, panel_of(window).form
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.steps.index(2)).center())
    assert window.commands.story_editing.at == 2
    assert form.title.text() == "A class 0 that fills up"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert form.title.text() == "Simpler: pairs"
    assert window.session.history.position == 1  # choosing is no edit


def test_small_pictures_come_one_after_the_other_and_stay(window, qtbot) -> None:
    view = panel_of(window).list
    step = story_of(window).steps[0]
    qtbot.waitUntil(lambda: view.pictures.picture(step) is not None)
    picture = view.pictures.picture(step)
    window.commands.story_editing.write("captions", "Other words")
    assert view.pictures.picture(story_of(window).steps[0]) is picture
    image = picture.toImage()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 5)}
    assert len(colours) > 4


# To the desk


def test_a_step_of_other_classes_is_asked_for_and_undone(window) -> None:
    before = window.session.state.study
    view = panel_of(window).list
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.notice.isVisible()
    assert window.session.state.study is before
    next(button for button in window.notice.buttons if button.text() == "Go to the step").click()
    state = window.session.state
    assert state.study.table is story_of(window).steps[0].study.table
    assert len(state.study.stories) == 1
    assert undo_label(window) == "Go to step 1"
    # from step to step nothing of the person's is replaced
    window.commands.story_editing.go_at(11 if len(story_of(window)) > 11 else len(story_of(window)) - 1)
    window.actions_by_id["go_to_step"].trigger()
    assert not window.notice.isVisible()
    window.session.travel_to(1)
    assert window.session.state.study == before


def test_a_step_goes_to_its_own_sample_and_touches_no_other(make_window) -> None:
    window = make_window()
    window.session.look(alpha=4.0)
    window.actions_by_id["record_step"].trigger()
    table = window.session.state.study.table
    window.session.apply("Set", window.session.state.study.with_table(table.with_logit(0, 0, 8.5)))
    window.session.look(sample=2, alpha=1.0)
    window.actions_by_id["go_to_step"].trigger()
    state = window.session.state
    assert not window.notice.isVisible()
    assert state.study.table == table
    assert (state.look.sample, state.look.alpha) == (0, 4.0)
    assert undo_label(window) == "Go to step 1"
    window.session.undo()
    assert window.session.state.study.table.sample(0).logits[0] == 8.5


def test_a_step_of_a_sample_that_is_gone_is_asked_for(make_window) -> None:
    window = make_window()
    window.session.look(sample=3)
    window.actions_by_id["record_step"].trigger()
    study = window.session.state.study
    classes = "\t".join(study.table.classes)
    row = "\t".join("1" for _ in study.table.classes)
    window.commands.take_text(f"{classes}\n{row}\n", "clipboard", "Paste a table")
    pasted = window.session.state.study.table
    window.actions_by_id["go_to_step"].trigger()
    assert window.notice.text.text().startswith("Step 1 is of sample 4, which is not in this table")
    assert window.session.state.study.table is pasted
    press = next(button for button in window.notice.buttons if button.text() == "Go to the step")
    press.click()
    assert np.array_equal(window.session.state.sample.logits, study.table.sample(3).logits)
    window.session.undo()
    assert window.session.state.study.table == pasted


# Words


def test_typing_is_one_entry_and_undo_takes_it_back(window) -> None:
    form = panel_of(window).form
    before = form.caption.toPlainText()
    type_at_end(form.caption, " More.")
    assert words_in(story_of(window).steps[0].captions, "en") == f"{before} More."
    assert window.session.history.position == 2
    assert undo_label(window) == "Caption of step 1"
    assert form.caption.textCursor().position() == len(before) + 6 or not form.caption.hasFocus()
    QTest.keyClick(form.caption, Qt.Key.Key_Z, KEYS.ControlModifier)
    if form.caption.toPlainText() != before:  # offscreen windows have no shortcuts without the focus
        window.session.undo()
    assert form.caption.toPlainText() == before


def test_a_brace_alone_and_a_format_are_warned_of_and_the_numbers_stay(make_window) -> None:
    window = make_window()
    window.actions_by_id["record_step"].trigger()
    form = panel_of(window).form
    type_at_end(form.caption, "BCE is {value_bce:.1f} nat {")
    assert "{value_bce" not in form.preview.text()
    assert form.preview.text().endswith(" nat {")
    warnings = form.warning.text().split("\n")
    assert warnings[0].startswith("A brace without its other one")
    assert warnings[1].startswith("{value_bce:.1f}: the format is not taken")


def test_recording_leaves_the_keyboard_in_the_caption_and_the_fields_where_they_are(make_window) -> None:
    window = make_window()
    window.actions_by_id["record_step"].trigger()
    panel = panel_of(window)
    caption = panel.form.caption
    caption.setFocus()
    place = caption.mapTo(window, QPoint(0, 0))
    for _ in range(3):
        QTest.mouseClick(panel.record, LEFT)
        assert window.focusWidget() is caption
        assert caption.mapTo(window, QPoint(0, 0)) == place
    assert len(story_of(window)) == 4


def test_recorded_steps_are_called_by_what_sets_them_apart(make_window) -> None:
    window = make_window()
    session, record = window.session, window.actions_by_id["record_step"]

    def set_table(change):
        session.apply("Set", session.state.study.with_table(change(session.state.study.table)))

    record.trigger()
    record.trigger()
    set_table(lambda table: table.with_logit(0, 2, -1.5))
    record.trigger()
    set_table(lambda table: table.with_target(0, 3, 1.0))
    record.trigger()
    session.look(alpha=2.5)
    record.trigger()
    session.look(sample=3)
    record.trigger()
    record.trigger()
    assert titles(window) == [
        "Gradient", "Gradient 2", "Gradient, s(c) = −1.50", "Gradient, t(d) = 1", "Gradient, α = 2.5",
        "Gradient, sample 4", "Gradient 3",
    ]  # fmt: skip


def test_titles_and_notes_are_written(window) -> None:
    panel = panel_of(window)
    type_at_end(panel.title, "!")
    type_at_end(panel.form.title, "?")
    type_at_end(panel.form.notes, " Pause.")
    story = story_of(window)
    assert words_in(story.titles, "en") == "How ZLPR arises!"
    assert words_in(story.steps[0].titles, "en") == "One label: softmax?"
    assert words_in(story.steps[0].notes, "en").endswith(" Pause.")
    assert titles(window)[0] == "One label: softmax?"
    labels = [entry.label for entry in window.session.history.entries]
    assert labels[1:] == ["Rename the story", "Title of step 1", "Notes of step 1"]


def test_words_are_written_in_the_other_language(window) -> None:
    panel = panel_of(window)
    QTest.mouseClick(panel.languages["zh"], LEFT)
    assert panel.title.text() == "ZLPR 是怎么来的"
    english = story_of(window).steps[0].captions["en"]
    panel.form.caption.moveCursor(QTextCursor.MoveOperation.End)
    panel.form.caption.insertPlainText("好")  # as an input method does
    captions = story_of(window).steps[0].captions
    assert captions["zh"].endswith("好")
    assert captions["en"] == english
    QTest.mouseClick(panel.languages["en"], LEFT)
    assert panel.form.caption.toPlainText() == english


def test_the_preview_has_the_numbers(window) -> None:
    form = panel_of(window).form
    assert "{ce}" in form.caption.toPlainText()
    assert "0.2907" in form.preview.text()
    form.caption.show_words("")
    type_at_end(form.caption, "Plain.")
    assert not form.preview.isVisible()


def test_a_number_is_inserted_and_known_by_its_name(window, qtbot) -> None:
    form = panel_of(window).form
    form.caption.moveCursor(QTextCursor.MoveOperation.End)
    QTest.mouseClick(form.insert, LEFT)
    numbers = form._numbers
    assert numbers.isVisible()
    QTest.keyClicks(numbers.filter, "entropy of softmax")
    assert [number.name for number in numbers.model.shown] == ["entropy"]
    QTest.keyClick(numbers.filter, Qt.Key.Key_Return)
    assert not numbers.isVisible()
    step = story_of(window).steps[0]
    assert step.captions["en"].endswith(" {entropy}")
    assert [number.name for number in step.numbers] == ["ce", "pair", "entropy"]
    assert step.numbers[-1].stated in form.preview.text()
    assert undo_label(window) == "Caption of step 1"
    window.session.undo()
    assert story_of(window).steps[0] == STORIES["zlpr"].steps[0]


def test_a_number_named_by_hand_is_known(window) -> None:
    form = panel_of(window).form
    type_at_end(form.caption, " {entropy} {nothing}")
    step = story_of(window).steps[0]
    assert [number.name for number in step.numbers] == ["ce", "pair", "entropy"]
    assert form.preview.text().endswith(f" {step.numbers[-1].stated} {{nothing}}")


def test_what_no_number_is_called_is_said(window) -> None:
    form = panel_of(window).form
    form.insert.click()
    QTest.keyClicks(form._numbers.filter, "no such number")
    assert form._numbers.none.isVisible()
    QTest.keyClick(form._numbers.filter, Qt.Key.Key_Return)
    assert form._numbers.isVisible()
    QTest.keyClick(form._numbers.filter, Qt.Key.Key_Escape)
    assert not form._numbers.isVisible()


# Cards, slider, time


def test_cards_are_chosen(window) -> None:
    first, second = panel_of(window).form.cards
    assert (first.currentText(), second.currentText()) == ("Logits and labels", "Loss values")
    second.setCurrentIndex(0)
    second.activated.emit(0)
    assert story_of(window).steps[0].cards == ("logits",)
    place = second.findText("Gradient budget")
    second.setCurrentIndex(place)
    second.activated.emit(place)
    assert story_of(window).steps[0].cards == ("logits", "budget")
    assert undo_label(window) == "Cards of step 1"


def choose(box, text: str) -> None:
    place = box.findText(text)
    assert place >= 0, text
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_a_slider_is_chosen_named_and_bounded(window) -> None:
    slider = panel_of(window).form.slider
    choose(slider.kind, "Logit of a class")
    control = story_of(window).steps[0].control
    assert (control.kind, control.name, control.low, control.high) == ("logit", "cat", -6.0, 6.0)
    choose(slider.of, "owl")
    assert story_of(window).steps[0].control.name == "owl"
    slider.ends["high"].setFocus()
    slider.ends["high"].selectAll()
    QTest.keyClicks(slider.ends["high"], "9")
    QTest.keyClick(slider.ends["high"], Qt.Key.Key_Return)
    assert story_of(window).steps[0].control.high == 9.0
    slider.words.selectAll()
    QTest.keyClicks(slider.words, "Owl")
    assert words_in(story_of(window).steps[0].control.words, "en") == "Owl"
    choose(slider.kind, "No slider")
    assert story_of(window).steps[0].control is None
    assert not slider.words.isVisible()


def test_a_slider_that_runs_nowhere_is_refused(window) -> None:
    slider = panel_of(window).form.slider
    choose(slider.kind, "Logit of a class")
    slider.ends["low"].selectAll()
    QTest.keyClicks(slider.ends["low"], "8")
    QTest.keyClick(slider.ends["low"], Qt.Key.Key_Return)
    assert story_of(window).steps[0].control.low == -6.0
    assert window.notice.isVisible()
    assert "8.00 to 6.00" in window.notice.text.text()


def test_the_way_in_takes_the_seconds_typed(window) -> None:
    seconds = panel_of(window).form.seconds
    seconds.selectAll()
    QTest.keyClicks(seconds, "2.5")
    QTest.keyClick(seconds, Qt.Key.Key_Return)
    assert story_of(window).steps[0].seconds == 2.5


def test_escape_leads_from_a_field_to_the_steps_and_to_the_bars(window, qtbot) -> None:
    panel = panel_of(window)
    window.activateWindow()
    focus(qtbot, panel.form.notes)
    QTest.keyClick(panel.form.notes, Qt.Key.Key_Escape)
    qtbot.waitUntil(panel.list.hasFocus)
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.desk.editor.canvas.hasFocus)
    assert panel.isVisible()


def test_f5_presents_the_open_story_from_the_chosen_step(window) -> None:
    window.commands.story_editing.go_at(4)
    assert window.commands.stories.story is story_of(window)
    assert window.commands.stories.place == 4


@pytest.mark.parametrize("scale", [0.75, 1.5, 2.0])
def test_nothing_lies_on_anything_at_another_scale_or_in_another_theme(window, scale) -> None:
    window.resize(1920, 1080)
    window.commands.choose_theme("dark")
    window.commands.cards.zoom_to(scale)
    panel = panel_of(window)
    QApplication.processEvents()
    assert panel.theme.name == panel.form._theme.name == panel.list.pictures.theme.name == "dark"
    assert panel.width() == width_of(window.desk.width(), scale)
    assert rectangles.collisions(panel) == []
    others = [part for part in window.desk.parts.values() if part.isVisible() and part is not panel]
    assert all(part.geometry().right() < panel.geometry().left() for part in others)
    window.commands.cards.zoom_to(1.0)
    assert panel.width() == width_of(window.desk.width())


def test_a_window_in_another_language_goes_on_with_the_story(window, qtbot) -> None:
    window.commands.story_editing.go_at(3)
    other = follow(window, "zh")
    try:
        assert other.commands.story_editing.story == story_of(window)
        assert other.commands.story_editing.at == 3
        assert other.desk.stories.isVisible()
    finally:
        other.close_anyway()
        other.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        use("en")
