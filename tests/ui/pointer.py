"""A pointer on one canvas: buttons exact, no waits."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
Type = QEvent.Type


class Pointer:
    """Presses, moves and releases at pixels of a canvas; places of handles and of data."""

    def __init__(self, canvas):
        self.canvas = canvas

    def at(self, identity):
        handle = next(item for item in self.canvas.figure.handles if item.id == identity)
        return QPointF(*self.canvas.layout_of_figure.to_pixels(handle.place))

    def over(self, x, y):
        layout = self.canvas.layout_of_figure
        return QPointF(layout.across([x])[0], layout.down([y])[0])

    def send(self, kind, point, button, buttons, keys=NO_KEYS):
        event = QMouseEvent(kind, point, self.canvas.mapToGlobal(point), button, buttons, keys)
        QApplication.sendEvent(self.canvas, event)
        QApplication.processEvents()

    def press(self, point, keys=NO_KEYS):
        self.send(Type.MouseButtonPress, point, LEFT, LEFT, keys)

    def move(self, point, keys=NO_KEYS):
        self.send(Type.MouseMove, point, NONE, LEFT, keys)

    def release(self, point, keys=NO_KEYS):
        self.send(Type.MouseButtonRelease, point, LEFT, NONE, keys)

    def hover(self, point):
        self.send(Type.MouseMove, point, NONE, NONE)

    def leave(self):
        QApplication.sendEvent(self.canvas, QEvent(Type.Leave))
        QApplication.processEvents()

    def drag(self, start, *points, keys=NO_KEYS):
        self.press(start, keys)
        for point in points:
            self.move(point, keys)
        self.release(points[-1], keys)

    def click(self, point, keys=NO_KEYS):
        self.press(point, keys)
        self.release(point, keys)
