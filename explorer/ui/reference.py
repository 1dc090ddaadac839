"""The window of the formula reference: losses, optimizers and schedules, searched by typing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractSlider, QDialog, QLabel, QLineEdit, QTextBrowser, QVBoxLayout

from explorer.losses import LOSSES
from explorer.paint.formulas import formula_image
from explorer.paint.signs import SWATCH
from explorer.plots.figure import LossLook
from explorer.ui import reference_page, reference_training
from explorer.ui.panels.signs import HEIGHT as SIGN_HEIGHT
from explorer.ui.panels.signs import sign_icon
from explorer.ui.scaling import px, scale
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from explorer.ui.reference_training import Entry
    from explorer.ui.style import Appearance

WIDTH, HEIGHT, EDGE = 900, 720, 48  # of the window, and what it leaves of the one below
HEADS: Final = 240  # beside a formula: the heads of rows, its link and margins
COPIED: Final = {
    reference_page.FORMULA: noted("Copied the formula of {title} as LaTeX"),
    reference_page.GRADIENT: noted("Copied the gradient of {title} as LaTeX"),
}
LEAST: Final = 160  # room for a formula, at least
STEP: Final = 40  # in which that room follows the width
Scroll = QAbstractSlider.SliderAction
SCROLLS: Final = {
    Qt.Key.Key_Up: Scroll.SliderSingleStepSub,
    Qt.Key.Key_Down: Scroll.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: Scroll.SliderPageStepSub,
    Qt.Key.Key_PageDown: Scroll.SliderPageStepAdd,
}


class _Search(QLineEdit):
    """The field: keys that go up and down scroll the page, Esc first empties it."""

    scrolled = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in SCROLLS:
            self.scrolled.emit(SCROLLS[key])
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class _Page(QTextBrowser):
    """The text; its pictures are drawn when they are first seen. `typed` carries letters for the field."""

    typed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setOpenLinks(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, held = event.text(), event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if text.strip() and text.isprintable() and not held:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        url = QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, url)
        theme = self._appearance.theme
        if url.path() not in LOSSES:  # a line of what trains
            return formula_image(url.path(), theme.colour("ink"), scale() * self.devicePixelRatioF())
        loss = LOSSES[url.path()]
        if url.scheme() == reference_page.SIGN:
            size = QSize(px(SWATCH), px(SIGN_HEIGHT))
            return (
                sign_icon(LossLook(loss.family, loss.member), theme)
                .pixmap(size, self.devicePixelRatioF())
                .toImage()
            )
        file = loss.key if url.scheme() == reference_page.FORMULA else f"{loss.key}.gradient"
        return formula_image(file, theme.colour("ink"), scale() * self.devicePixelRatioF())


class ReferenceWindow(QDialog):
    """Losses by family, then optimizers and schedules; typing keeps those that have the words.

    The window below stays usable.
    """

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: object = None
        self.search = _Search(self)
        self.page = _Page(appearance, self)
        self.said = QLabel(self)
        self._build()
        room = parent.window().size()
        self.resize(min(px(WIDTH), room.width() - EDGE), min(px(HEIGHT), room.height() - EDGE))
        self._show()
        self._focus_search()

    def _build(self) -> None:
        self.setWindowTitle(say("Formula reference"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search.setPlaceholderText(say("Search names, parameters, readings, sources"))
        self.search.setAccessibleName(say("Search the formula reference"))
        self.page.setAccessibleName(say("Formula reference"))
        self.said.setObjectName("status")
        layout = QVBoxLayout(self)
        for part in (self.search, self.page, self.said):
            layout.addWidget(part)
        self.search.textChanged.connect(self._show)
        self.search.scrolled.connect(lambda way: self.page.verticalScrollBar().triggerAction(way))
        self.page.typed.connect(self._take_letter)
        self.page.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._focus_search)
        self._appearance.changed.connect(self._show)

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _take_letter(self, letter: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(letter)

    def go_to(self, key: str) -> None:
        """Show everything, with one entry at the top: "bce", "optimizer.adam"."""
        self.search.clear()
        self.page.scrollToAnchor(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        """Write what is searched for, in the theme and at the scale in use."""
        theme, query = self._appearance.theme, self.search.text()
        room = max(LEAST, (self.width() - px(HEADS)) // STEP * STEP)
        wanted = (query, theme.name, scale(), room)
        if wanted == self._shown:
            return
        self._shown = wanted
        losses, others = reference_page.found(LOSSES.values(), query), reference_training.found(query)
        none = say("No entry has “{words}” in it", words=query.strip())
        self.page.setHtml(
            reference_page.page(losses, theme, scale(), room, others)
            if losses or others
            else f"<p>{escape(none)}</p>"
        )
        self.said.setText(_counted(len(losses), others, searched=bool(query.strip())))

    def _follow(self, url: QUrl) -> None:
        """Take a link: to another entry, to a source, or one that copies a formula."""
        if url.scheme() == reference_page.COPY:
            self._copy(*url.path().split("/"))
        elif url.scheme():
            QDesktopServices.openUrl(url)
        else:
            self.page.scrollToAnchor(url.fragment())

    def _copy(self, kind: str, key: str) -> None:
        title, latex = _latex(kind, key)
        QGuiApplication.clipboard().setText(latex)
        self.said.setText(say(COPIED[kind], title=title))


def _latex(kind: str, key: str) -> tuple[str, str]:
    """Return the title of an entry, and its formula or gradient."""
    if key in LOSSES:
        loss = LOSSES[key]
        return loss.said, loss.formula if kind == reference_page.FORMULA else loss.gradient_formula
    entry = next(entry for entry in reference_training.entries() if entry.key == key)
    return entry.said, entry.latex


def _counted(losses: int, others: Sequence[Entry], *, searched: bool) -> str:
    """Say how much is shown: "28 losses, 8 optimizers, 3 schedules", of a search "2 of 39 entries"."""
    found = losses + len(others)
    if searched:
        if not found:
            return say("No entry")
        whole = len(LOSSES) + len(reference_training.entries())
        return say("{count} of {whole} entries", count=found, whole=whole)
    kinds = reference_training.by_kind(others)
    counts = [say(reference_training.COUNTS[kind], count=len(some)) for kind, some in kinds.items()]
    return say(", ").join([say("{count} losses", count=losses), *counts])


def show(parent: QWidget, appearance: Appearance, key: str = "") -> ReferenceWindow:
    """Open the reference beside a window, or bring the open one to the front; `key`: at this entry."""
    window = next(iter(parent.findChildren(ReferenceWindow)), None) or ReferenceWindow(appearance, parent)
    window.show()
    window.raise_()
    window.activateWindow()
    if key:
        window.go_to(key)
    return window
