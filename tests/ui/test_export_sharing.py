"""The windows of the state code and of scripts: they follow, copy, save, and say what does not go."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from explorer.analysis.scripts import script
from explorer.study.opening import default_study
from explorer.study.qr import MODULE, QUIET
from explorer.study.state_code import opened_of
from explorer.study.study import Look
from explorer.study.table import Table
from explorer.ui.share_code import CodeDialog
from explorer.ui.share_script import ScriptDialog
from tests.paint.pixels import pixels
from tests.ui.export_parts import kept_of


@pytest.fixture
def window(make_window):
    QGuiApplication.clipboard().clear()
    return make_window()


@pytest.fixture
def code(window):
    pytest.importorskip("segno")
    window.actions_by_id["share_code"].trigger()
    return window.findChild(CodeDialog)


@pytest.fixture
def scripts(window):
    window.actions_by_id["reproduce"].trigger()
    return window.findChild(ScriptDialog)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_image_is_dark_on_white_in_every_theme(window, code, theme):
    window.commands.choose_theme(theme)
    picture = pixels(code.image.grab().toImage())
    # a pixel of the light ground shows at the corners; the image itself is black on white alone
    side = code.image._squares.width()
    squares = pixels(code.image._squares)
    assert set(np.unique(squares)) == {0, 255}
    assert (squares[:QUIET] == 255).all()
    assert (squares[QUIET : QUIET + 7, QUIET] == 0).all()
    times = min(picture.shape[:2]) // side
    assert times >= 3
    top, left = ((length - times * side) // 2 for length in picture.shape[:2])
    shown = picture[top : top + times * side : times, left : left + times * side : times]
    assert (shown == squares).all()


def test_the_code_follows_the_study_and_opens(window, code, qtbot):
    before = code.code
    window.commands.step_sample(1)
    qtbot.waitUntil(lambda: code.code != before)
    assert code.text.toPlainText() == code.code
    code.copy_button.click()
    assert QGuiApplication.clipboard().text() == code.code
    opened = opened_of(code.code)
    logits = opened.study.table.sample(0).logits.tolist()
    assert logits == window.session.state.sample.logits.tolist()
    assert f"{len(code.code):,} letters" in code.about.text()


def test_the_image_is_saved(window, code, tmp_path):
    code.save_button.click()
    chooser = window.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("Five samples, QR.png")
    chooser.fileSelected.emit(str(tmp_path / "qr.png"))
    assert QImage(str(tmp_path / "qr.png")).width() == MODULE * code.image._squares.width()
    assert code.about.text() == "qr.png is there"
    code.write(tmp_path / "qr.svg")
    assert b"<svg" in (tmp_path / "qr.svg").read_bytes()
    code.write(tmp_path / "nowhere" / "qr.svg")
    assert code.problem.text() == "qr.svg: No such file or directory"
    chooser.close()


def test_too_long_a_code_says_so_and_offers_the_file(window, code, qtbot):
    rng = np.random.default_rng(0)
    window.session.open(default_study(Table.of(rng.normal(size=(1, 2000)))), Look())
    qtbot.waitUntil(lambda: code.problem.isVisible())
    assert f"Too long for a QR image: {len(code.code):,} letters, allowed are 4,296." in code.problem.text()
    assert not code.image.isVisible()
    assert not code.save_button.isVisible()
    code.study_button.click()
    chooser = window.findChild(QFileDialog)
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    chooser.close()
    assert len(opened_of(code.code).study.table.classes) == 2000


def test_the_code_is_pasted_by_its_key(make_window, code, window):
    code.copy_button.click()
    other = make_window()
    other.session.look(slice_class=4)
    other.activateWindow()
    other.desk.cards["logits"].canvas.setFocus()
    QTest.keyClick(other.desk.cards["logits"].canvas, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert kept_of(other.session.state) == kept_of(window.session.state)


def test_scripts_are_those_of_the_program_and_follow(window, scripts, qtbot):
    for framework in ("numpy", "keras", "torch"):
        scripts.choices.button(framework).click()
        assert scripts.text.toPlainText() == script(window.session.state, framework)
    assert scripts.text.isReadOnly()
    window.commands.step_sample(1)
    wanted = script(window.session.state, "torch")
    qtbot.waitUntil(lambda: scripts.text.toPlainText() == wanted)
    scripts.copy_button.click()
    assert QGuiApplication.clipboard().text() == wanted


def test_a_script_is_saved_and_the_framework_remembered(window, scripts, qtbot, tmp_path):
    scripts.choices.button("numpy").click()
    scripts.save_button.click()
    chooser = window.findChild(QFileDialog)
    assert chooser.selectedFiles()[0].endswith("Five samples, sample 1, NumPy.py")
    chooser.fileSelected.emit(str(tmp_path / "losses.py"))
    assert (tmp_path / "losses.py").read_text(encoding="utf-8") == scripts.text.toPlainText()
    scripts.write(tmp_path / "nowhere" / "losses.py")
    assert scripts.problem.text() == "losses.py: No such file or directory"
    chooser.close()
    scripts.close()
    qtbot.waitUntil(lambda: not window.findChildren(ScriptDialog))
    window.actions_by_id["reproduce"].trigger()
    assert window.findChild(ScriptDialog).framework == "numpy"


def test_without_a_loss_there_is_no_script_and_that_is_said(window, scripts, qtbot):
    study = window.session.state.study
    for shown in study.shown:
        window.commands.toggle_loss(shown.key)
    qtbot.waitUntil(lambda: bool(scripts.problem.text()))
    assert scripts.problem.text().startswith("there is no loss to write")
    assert not scripts.copy_button.isEnabled()
    assert scripts.text.toPlainText() == ""


@pytest.mark.parametrize("kind", ["code", "scripts"])
def test_windows_have_names_one_primary_button_and_close_by_escape(request, window, qtbot, kind):
    dialog = request.getfixturevalue(kind)
    assert not dialog.isModal()
    primary = [part for part in dialog.findChildren(QPushButton) if part.objectName() == "primary"]
    assert primary == [dialog.copy_button]
    assert dialog.text.accessibleName()
    assert all(part.text() or part.accessibleName() for part in dialog.findChildren(QPushButton))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(type(dialog)))
