"""The export dialog: it follows the window, shows the picture itself, writes it, and says what is wrong."""

import re
import struct
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton

from explorer.paint.theme import LIGHT
from explorer.plots import PLOTS
from explorer.study.embedding import found_in
from explorer.ui.cards.canvas import Canvas
from explorer.ui.cards.menu import card_menu
from explorer.ui.export_dialog import ExportDialog
from explorer.ui.export_plan import BOARD
from tests.paint.pixels import pixels
from tests.ui.export_parts import drop, export_dialog, kept_of, use, written
from tests.ui.panel_parts import wait_for_descents
from tests.ui.population_parts import SMALL, result


@pytest.fixture
def window(make_window):
    QGuiApplication.clipboard().clear()
    return make_window()


@pytest.fixture
def dialog(window):
    return export_dialog(window, "slice")


def test_it_blocks_nothing_and_escape_closes_it(window, dialog, qtbot):
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert export_dialog(window, "budget") is dialog
    assert dialog.plan.what == "budget"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
    assert export_dialog(window).isVisible()


def test_the_focused_card_is_meant_else_the_enlarged_one_else_all(window):
    window.desk.cards["gradient"].canvas.setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_by_id["export"].trigger()
    dialog = window.findChild(ExportDialog)
    assert dialog.plan.what == "gradient"
    assert dialog.form.what.currentText() == "Gradient"
    window.title_bar.open.setFocus()
    window.actions_by_id["export"].trigger()
    assert dialog.plan.what == BOARD
    window.session.look(enlarged="landscape")
    window.title_bar.open.setFocus()
    window.actions_by_id["export"].trigger()
    assert dialog.plan.what == "landscape"


@pytest.mark.parametrize("key", ["logits", "slice", "gradient", "landscape", "values"])
def test_the_picture_is_that_of_the_card_on_screen(window, qtbot, tmp_path, key):
    window.desk.classes.view.setFocus()
    wait_for_descents(qtbot, window)
    dialog = export_dialog(window, key)
    canvas = window.desk.cards[key].canvas
    assert dialog.plan.pixels == (canvas.width(), canvas.height())
    picture = QImage.fromData(written(qtbot, dialog, tmp_path / "card.png"))
    # as the card paints itself, without what is only for the hand, which no picture has
    canvas._figure = replace(canvas.figure, hint="", has_menu=False)
    shown = QImage(canvas.size(), QImage.Format.Format_ARGB32_Premultiplied)
    canvas.render(shown)
    ours, theirs = (pixels(image.convertToFormat(shown.format())).astype(int) for image in (picture, shown))
    inside = slice(4, -4)  # of the frame, which belongs to the desk
    differ = np.abs(ours - theirs).max(axis=-1)[inside, inside]
    assert (differ > 8).sum() == 0


def test_the_preview_is_the_picture_in_small(dialog, qtbot, tmp_path):
    use(dialog, width=400.0, height=300.0, preset="own", theme="print")
    dialog.preview.grab()
    preview = dialog.preview.image
    assert preview.width() / preview.height() == pytest.approx(4 / 3, rel=0.01)
    picture = QImage.fromData(written(qtbot, dialog, tmp_path / "card.png"))
    mode = Qt.TransformationMode.SmoothTransformation
    small = preview.scaled(picture.size(), Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    differ = np.abs(pixels(small).astype(int) - pixels(picture).astype(int)).mean()
    assert differ < 12  # of 255: the edges of letters alone
    assert "loss" in dialog.preview.accessibleDescription().lower()


def test_the_preview_follows_the_study(window, dialog, qtbot):
    dialog.preview.grab()
    before = pixels(dialog.preview.image)
    window.session.look(slice_class=3)
    qtbot.waitUntil(lambda: not dialog._renewing.isActive())
    dialog.preview.grab()
    assert not np.array_equal(before, pixels(dialog.preview.image))


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_what_is_written_and_dropped_is_the_same_state(make_window, window, qtbot, tmp_path, form):
    state = window.session.state
    window.session.apply("Pin", replace(state.study, pin=None))
    window.commands.toggle_pin()
    window.commands.step_sample(2)
    window.session.look(slice_class=2, landscape=(3, 1), alpha=2.5)
    dialog = export_dialog(window, "slice")
    use(dialog, form=form)
    path = tmp_path / f"card.{form}"
    written(qtbot, dialog, path)
    wanted = kept_of(window.session.state, "slice")
    other = make_window()
    drop(other, path)
    assert kept_of(other.session.state) == wanted
    assert other.session.state.look.enlarged == "slice"
    assert other.commands.path is None


def test_a_board_opens_as_the_desk(make_window, window, qtbot, tmp_path):
    dialog = export_dialog(window, BOARD)
    written(qtbot, dialog, tmp_path / "board.svg")
    other = make_window()
    other.session.look(enlarged="slice")
    drop(other, tmp_path / "board.svg")
    assert other.session.state.look.enlarged is None
    assert kept_of(other.session.state) == kept_of(window.session.state)


def test_a_picture_without_the_state_has_none(dialog, qtbot, tmp_path):
    assert dialog.form.state.isChecked()
    dialog.form.state.click()
    assert found_in(written(qtbot, dialog, tmp_path / "card.png")) is None
    dialog.form.state.click()
    assert found_in(written(qtbot, dialog, tmp_path / "card.png")) is not None


def test_sizes_on_paper_are_in_the_files(dialog, qtbot, tmp_path):
    dialog.form.preset.setCurrentIndex(1)
    dialog.form.preset.activated.emit(1)
    content = written(qtbot, dialog, tmp_path / "column.png")
    image = QImage.fromData(content)
    assert (image.width(), image.height(), image.dotsPerMeterX()) == (992, 709, round(300 / 0.0254))
    assert dialog.form.dpi.isEnabled()
    pdf = written(qtbot, dialog, tmp_path / "column.pdf")
    assert dialog.plan.form == "pdf"  # as the name says
    assert not dialog.form.dpi.isEnabled()
    box = pdf.split(b"/MediaBox [")[1].split(b"]")[0].split()
    assert [float(number) for number in box[2:]] == pytest.approx([84 / 25.4 * 72, 60 / 25.4 * 72], abs=0.5)
    assert "84 × 60 mm" in dialog._words()


def test_the_edge_of_a_picture_is_filled(dialog, qtbot, tmp_path):
    use(dialog, width=84.3, height=60.7, unit="mm", preset="own", dpi=301.0)
    image = QImage.fromData(written(qtbot, dialog, tmp_path / "card.png"))
    right = {image.pixelColor(image.width() - 1, y).name() for y in range(0, image.height(), 11)}
    below = {image.pixelColor(x, image.height() - 1).name() for x in range(0, image.width(), 11)}
    assert right == below == {LIGHT.colour("card").lower()}


def test_numbers_that_are_typed_are_taken_or_refused(dialog):
    field = dialog.form.width_field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "500")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (dialog.plan.width, dialog.plan.preset) == (500.0, "own")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert dialog.plan.width == 510.0
    field.selectAll()
    QTest.keyClicks(field, "5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.plan.width == 510.0
    assert "5 is out of range; allowed: whole numbers from 16 to 16384" in dialog.problem.text()


def test_too_large_a_picture_is_said_and_not_made(dialog):
    use(dialog, width=300.0, height=200.0, unit="mm", preset="own", dpi=2400.0)
    assert dialog.problem.text() == "28,346 × 18,898 pixels; allowed are 16 to 16,384 a side"
    assert not dialog.export_button.isEnabled()
    assert not dialog.copy_button.isEnabled()
    use(dialog, dpi=300.0)
    assert dialog.problem.text() == ""
    assert dialog.export_button.isEnabled()


def test_what_cannot_be_written_is_said_with_the_reason(dialog, qtbot, tmp_path):
    dialog.write(tmp_path / "nowhere" / "card.png")
    qtbot.waitUntil(lambda: bool(dialog.problem.text()))
    assert dialog.problem.text() == "card.png: No such file or directory"
    qtbot.waitUntil(dialog.export_button.isEnabled)
    dialog.write(tmp_path / "card.bmp")
    assert dialog.problem.text() == "card.bmp: its ending is no format; allowed are .png, .svg, .pdf"
    assert list(tmp_path.iterdir()) == []


def test_the_file_dialog_proposes_a_name(window, dialog, qtbot, tmp_path):
    dialog.export_button.click()
    chooser = window.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("Five samples, sample 1, Slice.png")
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    with qtbot.waitSignal(dialog.exported):
        chooser.fileSelected.emit(str(tmp_path / "x.png"))
    assert dialog.about.text().startswith("x.png is there, ")
    chooser.close()


def test_the_window_answers_while_a_large_picture_is_packed(window, dialog, qtbot, tmp_path):
    use(dialog, width=6000.0, height=4000.0, preset="own", font_size=40.0)
    answers = []
    with qtbot.waitSignal(dialog.exported):
        dialog.write(tmp_path / "large.png")
        assert not (tmp_path / "large.png").exists()  # it comes later
        window.session.look(slice_class=1)
        answers.append(window.desk.cards["slice"].canvas.figure.x.title)
        assert not dialog.export_button.isEnabled()
    assert struct.unpack(">II", (tmp_path / "large.png").read_bytes()[16:24]) == (6000, 4000)
    assert "b" in answers[0]
    assert dialog.export_button.isEnabled()


def test_choices_are_remembered(window, dialog, qtbot, make_window):
    use(dialog, form="svg", theme="print", has_state=False, font_size=7.5)
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))
    again = export_dialog(window, "values")
    plan = again.plan
    assert (plan.what, plan.form, plan.theme, plan.has_state, plan.font_size) == (
        "values", "svg", "print", False, 7.5,
    )  # fmt: skip
    assert again.form.theme.button("print").isChecked()


def test_the_dialog_copies_what_it_shows(dialog):
    use(dialog, theme="dark")
    dialog.copy_button.click()
    data = QGuiApplication.clipboard().mimeData()
    content = bytes(data.data("image/png").data())
    assert found_in(content) is not None
    assert QImage.fromData(content).size() == QGuiApplication.clipboard().image().size()
    use(dialog, form="pdf")
    dialog.copy_button.click()
    assert bytes(QGuiApplication.clipboard().mimeData().data("application/pdf").data()).startswith(b"%PDF")


def test_every_part_has_a_name_and_the_keyboard_comes_to_it(dialog):
    stops, widget = [], dialog.form.what
    for _ in range(60):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget)
        widget = widget.nextInFocusChain()
        if widget is dialog.form.what:
            break
    tops = [stop.mapTo(dialog, QPoint()).y() for stop in stops if dialog.form.isAncestorOf(stop)]
    assert tops == sorted(tops)  # row after row
    names = [stop.accessibleName() or getattr(stop, "text", str)() for stop in stops]
    assert all(names)
    for wanted in ("What", "Format", "Size", "Width", "Height", "Font size", "Copy", "Close", "Export…"):
        assert wanted in names, wanted
    for kind in (QComboBox, QLineEdit):
        assert all(part.accessibleName() for part in dialog.findChildren(kind) if part.isVisible())


def test_there_is_one_primary_button_and_everything_fits(window, dialog):
    buttons = [part for part in dialog.findChildren(QPushButton) if part.objectName() == "primary"]
    assert buttons == [dialog.export_button]
    for scale in (1.0, 1.5):
        window.appearance.choose_scale(scale)
        dialog.grab()
        assert dialog.minimumSizeHint().width() <= dialog.width()
        row = (dialog.form.width_field, dialog.form.height_field, dialog.form.unit)
        edges = [(part.geometry().left(), part.geometry().right()) for part in row]
        assert all(left[1] < right[0] for left, right in pairwise(edges))
        assert edges[-1][1] < dialog.form.width()


def export_action(canvas):
    return next(action for action in card_menu(canvas, None).actions() if action.objectName() == "export")


def test_a_card_is_exported_from_its_menu(window, qtbot):
    export_action(window.desk.cards["budget"].canvas).trigger()
    assert window.findChild(ExportDialog).plan.what == "budget"
    alone = Canvas(window.session, PLOTS["slice"], LIGHT)  # as on the stage
    qtbot.addWidget(alone)
    assert not export_action(alone).isEnabled()


def test_cards_of_a_population_are_exported_without_a_study(window, qtbot, tmp_path):
    window.commands.population.describe(SMALL)
    window.session.look(board="population")
    dialog = export_dialog(window)
    assert dialog.plan.what == BOARD  # nothing is trained yet
    window.commands.population.files.open_result(result(tmp_path / "small.npz"))
    dialog = export_dialog(window)
    assert dialog.plan.what == "population"
    assert "slice" not in dialog.form._keys
    assert not dialog.form.state.isEnabled()
    assert not dialog.form.state.isChecked()
    content = written(qtbot, dialog, tmp_path / "population.png")
    assert found_in(content) is None
    card = next(card for card in window.population.cards.values() if card.key == "population")
    export_action(window.population.cards["heat"].canvas).trigger()
    assert dialog.plan.what == "population_heat"
    export_action(card.canvas).trigger()
    assert QImage.fromData(content).size() == card.canvas.size()
    assert dialog.sources.file_name(dialog.plan) == "small, Ribbons.png"


def test_cards_of_a_population_are_called_by_what_stands_over_them(window, tmp_path):
    window.commands.population.files.open_result(result(tmp_path / "small.npz"))
    dialog = export_dialog(window)
    names = [dialog.form.what.itemText(place) for place in range(dialog.form.what.count())]
    cards = [card for card in window.population.cards.values() if card.isVisibleTo(window.population)]
    assert names == [card.canvas.figure.title for card in cards]
    assert len(set(names)) == len(names) > 2


def test_from_all_samples_the_card_beside_the_list_is_meant_and_the_board_has_its_room(window):
    window.session.look(board="samples", sample=2)
    dialog = export_dialog(window)
    canvas = window.samples.right.card.canvas
    assert dialog.plan.what == "logits"
    assert dialog.plan.size == (canvas.width(), canvas.height())
    dialog.offer(BOARD)
    assert dialog.plan.size == (window.samples.width(), window.samples.height())
    assert dialog.plan.size > (900.0, 480.0)
    window.session.look(board="desk")
    assert dialog.plan.size == (window.desk.width(), window.desk.height())


def test_what_is_offered_shows_something_and_has_a_name_of_its_own(window, dialog):
    offered = dialog.sources.offered()
    titles = [dialog.sources.title(key) for key in offered]
    assert len(set(titles)) == len(titles)
    assert "Descent" in titles
    assert not [key for key in offered if key.startswith("population")]


@pytest.mark.parametrize(("width", "height"), [(84.0, 60.0), (174.0, 80.0), (84.3, 60.7), (100.1, 33.3)])
def test_an_svg_has_exactly_the_size_that_is_asked_for(dialog, tmp_path, qtbot, width, height):
    use(dialog, what="gradient", form="svg", preset="own", width=width, height=height, unit="mm")
    head = written(qtbot, dialog, tmp_path / "a.svg")[:400]
    found = re.search(rb'<svg width="([\d.]+)mm" height="([\d.]+)mm"', head)
    assert tuple(map(float, found.groups())) == (width, height)


def test_the_descent_in_a_column_leaves_the_floors_out(dialog, tmp_path, qtbot):
    use(
        dialog,
        what="timeline",
        form="svg",
        preset="column",
        width=84.0,
        height=60.0,
        unit="mm",
        font_size=8.0,
    )
    assert b"floor" not in _letters(dialog, tmp_path, qtbot)
    use(dialog, width=174.0)
    assert b"floor" in _letters(dialog, tmp_path, qtbot)


def _letters(dialog, folder, qtbot):
    use(dialog, has_state=False)
    return re.sub(rb"<desc>.*?</desc>", b"", written(qtbot, dialog, folder / "a.svg"), flags=re.DOTALL)


def test_a_figure_that_a_result_of_one_cell_lacks_is_listed_with_the_reason(window, tmp_path):
    one = replace(SMALL, losses=SMALL.losses[:1])
    window.commands.population.files.open_result(result(tmp_path / "one.npz", one))
    card = next(card for card in window.population.cards.values() if card.key == "population")
    for board in ("population", "desk"):
        window.session.look(board=board)
        box = export_dialog(window).form.what
        place = box.findText("Heat map")
        item = box.model().item(place)
        assert not item.isEnabled(), board
        assert item.toolTip().startswith("One cell alone"), board
        ribbons = box.findText(card.canvas.figure.title)
        assert 0 <= ribbons < place, board
        assert box.model().item(ribbons).isEnabled()
