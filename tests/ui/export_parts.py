"""What tests of exporting share: the dialog, a file that it wrote, files that are dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from explorer.study.one_sample import one_sample
from explorer.ui.export_dialog import ExportDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from explorer.study.state import State
    from explorer.ui.window import Window


def export_dialog(window: Window, key: str = "") -> ExportDialog:
    """Open the dialog on a card."""
    window.commands.sharing.export_asked.emit(key)
    found = window.findChild(ExportDialog)
    assert isinstance(found, ExportDialog)
    return found


def use(dialog: ExportDialog, **changes: object) -> None:
    """Ask for another export, as the form does."""
    dialog.form.changed.emit(replace(dialog.plan, **changes))


def written(qtbot: QtBot, dialog: ExportDialog, path: Path) -> bytes:
    """Write into a file as the file dialog would, and return its content."""
    with qtbot.waitSignal(dialog.exported):
        dialog.write(path)
    return path.read_bytes()


def drop(window: Window, *paths: Path) -> None:
    """Drop files on the window by the events that Qt sends."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, left, none = QPointF(400, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(where.toPoint(), copy, data, left, none)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(where, copy, data, left, none)
    QApplication.sendEvent(window, dropping)
    assert dropping.isAccepted()


def kept_of(state: State, key: str | None = None) -> tuple[object, ...]:
    """Return what a picture of a card keeps of a state, to be compared."""
    study = one_sample(state)
    sample, look = study.table.sample(0), replace(state.look, sample=0, enlarged=key or state.look.enlarged)
    look = look.within(study)
    return (
        study.title, sample.name, tuple(sample.classes), sample.logits.tolist(), sample.targets.tolist(),
        study.shown, study.pin and (study.pin.logits.tolist(), study.pin.targets.tolist(), study.pin.shown),
        look.held, look.slice_class, look.landscape, look.alpha, look.sharpening, look.options, look.enlarged,
    )  # fmt: skip
