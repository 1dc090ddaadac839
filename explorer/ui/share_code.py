"""The window of a state code: the code, and the QR image of it that a telephone reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from explorer.files import write_whole
from explorer.study.qr import MODULE, MOST, qr_image
from explorer.study.state_code import StateCodeFailure, code_of
from explorer.ui.controls.button import button
from explorer.ui.scaling import px
from explorer.ui.share_dialog import ShareDialog
from explorer.wording import say

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from explorer.ui.window import Window

RENEWED_AFTER: Final = 250  # milliseconds without a change
SIZE: Final = (640, 420)
WHITE, BLACK = "#FFFFFF", "#000000"


class CodeImage(QWidget):
    """A QR image, each of its squares a whole number of pixels; dark on white in every theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._squares = QImage()
        self.setAccessibleName(say("QR image of the state code"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, content: bytes | None) -> None:
        """Show the picture that `qr_image` made; None for none."""
        picture = QImage.fromData(content) if content is not None else QImage()
        # one pixel a square
        self._squares = picture.scaled(picture.size() / MODULE) if not picture.isNull() else picture
        self.setVisible(content is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._squares.isNull():
            return
        with QPainter(self) as painter:
            ratio = self.devicePixelRatioF()
            room = min(self.width(), self.height()) * ratio
            side = max(int(room) // self._squares.width(), 1) * self._squares.width()
            painter.scale(1 / ratio, 1 / ratio)
            left, top = (int((length * ratio - side) / 2) for length in (self.width(), self.height()))
            place = QRect(left, top, side, side)
            painter.fillRect(place, QColor(WHITE))
            painter.drawImage(place, self._squares)


class CodeDialog(ShareDialog):
    """The code and its image; renewed after a pause, for an image of many letters takes a while."""

    def __init__(self, window: Window) -> None:
        super().__init__(
            window,
            say("Share as code"),
            say("State code"),
            lambda: self.copy(),
            size=SIZE,
            gap=14,
            after=RENEWED_AFTER,
        )
        self.code = ""
        self.words = QLabel(say("Paste it into any loss explorer (Ctrl+V), and this sample is there."))
        self.words.setWordWrap(True)
        self.text.setWordWrapMode(self.text.document().defaultTextOption().WrapMode.WrapAnywhere)
        self.image = CodeImage()
        self.about = QLabel()
        self.about.setObjectName("status")
        self.save_button = button(say("Save QR image…"), self.ask_file)
        self.study_button = button(say("Save the study…"), lambda: window.commands.save_as())
        self._build()
        self.begin(self.renew)
        self.copy_button.setFocus()

    def _build(self) -> None:
        left = QVBoxLayout()
        for part, stretch in ((self.words, 0), (self.text, 1), (self.about, 0), (self.problem, 0)):
            left.addWidget(part, stretch)
        self._middle = QHBoxLayout()
        self._middle.addLayout(left, 1)
        self._middle.addWidget(self.image, 1)
        below = QHBoxLayout()
        below.addWidget(self.save_button)
        below.addWidget(self.study_button)
        below.addStretch(1)
        below.addWidget(self.close_button)
        below.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.addLayout(self._middle, 1)
        layout.addLayout(below)

    def dress(self) -> None:
        super().dress()
        self._middle.setSpacing(px(20))

    def renew(self) -> None:
        """Show the code of the state as it is now."""
        state = self._window.session.state
        self.code = code_of(state.study, state.look)
        self.text.setPlainText(self.code)
        self.about.setText(say("{letters} letters", letters=f"{len(self.code):,}"))
        try:
            content = qr_image(self.code, "png")
        except StateCodeFailure as failure:
            content = None
            self.problem.setText(self._reason(str(failure)))
        else:
            self.problem.clear()
        self.image.show_picture(content)
        self.problem.setVisible(content is None)
        self.save_button.setVisible(content is not None)
        self.study_button.setVisible(content is None)

    def _reason(self, failure: str) -> str:
        if len(self.code) <= MOST:
            return failure
        return say(
            "Too long for a QR image: {letters} letters, allowed are {most}. "
            "The code still works as text; so does the study's file.",
            letters=f"{len(self.code):,}", most=f"{MOST:,}",
        )  # fmt: skip

    def copy(self) -> None:
        """Copy the code."""
        QGuiApplication.clipboard().setText(self.code)
        self.about.setText(say("Copied {letters} letters", letters=f"{len(self.code):,}"))

    def ask_file(self) -> None:
        """Let a file be chosen for the QR image."""
        title = self._window.session.state.study.title
        self.ask_path(say("Save QR image"), "PNG (*.png);;SVG (*.svg)", (title, "QR"), "png", self.write)

    def write(self, path: Path) -> None:
        """Write the QR image, as SVG where the name says so; what is wrong is said."""
        try:
            write_whole(path, qr_image(self.code, "svg" if path.suffix.lower() == ".svg" else "png"))
        except (OSError, StateCodeFailure) as problem:
            self.problem.setText(f"{path.name}: {getattr(problem, 'strerror', None) or problem}")
            self.problem.show()
        else:
            self.about.setText(say("{name} is there", name=path.name))
