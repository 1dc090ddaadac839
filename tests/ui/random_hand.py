"""A hand that does anything in a window, chosen by a seed.

Every gesture draws from a chance of its own: the same seed and the same window give the same gestures.
"""

import random

from PySide6.QtCore import QAbstractTableModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QWidget,
)

from explorer.ui.cards.canvas import Canvas
from explorer.ui.controls.slider import Slider
from tests.ui.random_fingers import (
    ALT,
    CHORDS,
    CTRL,
    KEYS,
    LEFT,
    MIDDLE,
    MODIFIERS,
    RIGHT,
    Fingers,
    Key,
    name_of,
)

SECONDS = 0.4  # that a gesture takes: steps of gestures that follow each other may merge
TEXTS = (
    "", "0", "1", "-3.5", "0.25", "1e3", "1e308", "nan", "-inf", "1,5", "abc", "class 0", "猫", " ", "0 0 1",
    "−2", "labels = 0", "margin < -2", "loss >", "dark", "example", "5", "9" * 20, "a" * 400,
)  # fmt: skip
PASTES = (
    *TEXTS, "1\t2\n3\t4\n", "class\tlogit\ttarget\na\t1\t0\nb\t2\t1\n", "torch.tensor([1.5, nan, inf])",
    "logits = [[1, 2, 3]]\ntargets = [[0, 1, 1]]", "[1, 2", "logit:a,logit:b,target:a,target:b\n1,2,0,1\n",
    "\0", "1\n" * 90, "nan\n-inf\n", "0.5\t7\n", '{"logits": [[1, 2]], "targets": [[0, 1]]}',
)  # fmt: skip


class Hand(Fingers):
    """Does gestures in a window. `studies`: what can be opened, a function by name.

    Steps that follow quickly merge by `time`, which goes on with the gestures: on a busy machine too the same
    gestures make the same history. What others left on the clipboard is not pasted.
    """

    def __init__(self, window, studies, seed=0):
        super().__init__(window)
        self.studies, self.seed = studies, seed
        self.done = []  # what was done, in words
        window.commands.close_asked.disconnect()  # the window stays open whatever is pressed
        window.commands.program.language_asked.disconnect()  # another window would follow it
        self._seconds = 0.0
        window.session.replaced.connect(self._wind)
        self._wind()
        QApplication.clipboard().clear()
        self.kinds = {
            self.drag_handle: 22, self.drag_anywhere: 8, self.click_handle: 8, self.click_anywhere: 8,
            self.wheel: 5, self.hover: 5, self.keys: 9, self.keys_on_canvas: 5, self.action: 12,
            self.table: 5,
            self.field: 4, self.slider: 4, self.button: 4, self.card: 4, self.board: 4, self.palette: 4,
            self.history: 3, self.resize: 2, self.dress: 2, self.travel: 4, self.paste: 3, self.open: 2,
            self.menu: 3, self.notice: 3,
        }  # fmt: skip

    def time(self):
        """How many seconds the hand has worked, of its own."""
        return self._seconds

    def _wind(self):
        self.window.session.history._clock = self.time

    def gesture(self, number):
        """Do the gesture of that number; what was done is in `done`."""
        self.chance = random.Random(f"{self.seed} {number}")
        self._words = []
        self._seconds += SECONDS
        act = self.chance.choices(list(self.kinds), list(self.kinds.values()))[0]
        self.done.append(act.__name__)
        act()
        self.settle()
        self.done[-1] = f"{number} {act.__name__}: {', '.join(self._words)}"
        del self.done[:-200]

    # On the canvases

    def handle(self):
        """Choose a canvas and one of its handles: the canvas, the handle's name and its place."""
        canvas = self.some(Canvas)
        if canvas is None or not canvas.figure.handles:
            return None
        handle = self.chance.choice(canvas.figure.handles)
        across, down = canvas.layout_of_figure.to_pixels(handle.place)
        size = canvas.size()
        point = QPoint(int(min(max(across, 0), size.width() - 1)), int(min(max(down, 0), size.height() - 1)))
        self.note(canvas.plot.key, handle.id)
        return self.near(self.place(canvas, point), 1)

    def drag_handle(self):
        at = self.handle()
        if at is not None:
            self.drag(at, self.chance.choice(MODIFIERS))

    def click_handle(self):
        at = self.handle()
        if at is not None:
            for _ in range(self.chance.choice((1, 1, 1, 2, 3))):
                self.click(
                    at, self.chance.choice(MODIFIERS), self.chance.choice((LEFT, LEFT, LEFT, RIGHT, MIDDLE))
                )

    def canvas_or_any(self, share):
        """A canvas in so many cases, else any widget; a narrow list of samples has no canvas."""
        wanted = Canvas if self.chance.random() < share else QWidget
        return self.some(wanted) or self.some(QWidget)

    def drag_anywhere(self):
        part = self.canvas_or_any(0.6)
        self.note(name_of(part))
        self.drag(self.inside(part), self.chance.choice(MODIFIERS))

    def click_anywhere(self):
        part = self.canvas_or_any(0.4)
        at, keys = self.inside(part), self.chance.choice(MODIFIERS)
        button = self.chance.choice((LEFT, LEFT, LEFT, RIGHT, MIDDLE))
        self.note(name_of(part), at.toTuple(), button.name)
        if self.chance.random() < 0.25:
            QTest.mouseDClick(self.window.windowHandle(), button, keys, at)
        else:
            self.click(at, keys, button)

    def wheel(self):
        part = self.canvas_or_any(0.6)
        at = self.inside(part)
        for _ in range(self.chance.randint(1, 6)):
            turn = QPoint(self.chance.choice((0, 0, 120)), self.chance.choice((120, -120, 15, -40, 1200, 0)))
            self.turn(at, turn)
        self.note(name_of(part), at.toTuple())

    def hover(self):
        part = self.canvas_or_any(0.7)
        for _ in range(self.chance.randint(1, 8)):
            self.move(self.inside(part))
            QApplication.processEvents()
        self.note(name_of(part))

    def keys_on_canvas(self):
        canvas = self.some(Canvas)
        if canvas is not None:
            canvas.setFocus(Qt.FocusReason.TabFocusReason)
            self.note(canvas.plot.key)
            self.keys()

    # Keys and fields

    def keys(self):
        if self.chance.random() < 0.2:
            part = self.some(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                part.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(self.chance.randint(1, 6)):
            key, keys = (
                self.chance.choice(CHORDS)
                if self.chance.random() < 0.25
                else (self.chance.choice(KEYS), self.chance.choice(MODIFIERS))
            )
            self.note(key.name, keys.name or keys.value, "on", name_of(QApplication.focusWidget()))
            self.key(key, keys)
            if self.chance.random() < 0.5:
                QApplication.processEvents()

    def text(self):
        return self.chance.choice(TEXTS)

    def field(self):
        """Type into a field and leave it in one of the ways there are."""
        part = self.some(QLineEdit)
        if part is None:
            return
        self.note(name_of(part))
        self.click(self.place(part, part.rect().center()))
        if self.chance.random() < 0.5:
            self.key(Key.Key_A, CTRL)
        text = self.text()
        self.note(repr(text[:20]))
        self.type(text[:40])
        QApplication.processEvents()
        self.key(self.chance.choice((Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Up, Key.Key_Z)))

    def table(self):
        """Go to a cell of a table and edit it."""
        view = self.some(QAbstractItemView)
        if view is None or view.model() is None or not view.model().rowCount():
            return
        model = view.model()
        columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        index = model.index(self.chance.randrange(model.rowCount()), self.chance.randrange(columns))
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        at = self.place(view.viewport(), view.visualRect(index).center())
        self.note(name_of(view), index.row(), index.column())
        if not self.window.rect().contains(at):
            return
        self.click(at, self.chance.choice(MODIFIERS))
        if self.chance.random() < 0.7:
            text = self.text()
            self.note(repr(text[:20]))
            self.key(self.chance.choice((Key.Key_F2, Key.Key_Return, Key.Key_Space, Key.Key_Delete)))
            self.type(text[:30])
            self.key(self.chance.choice((Key.Key_Return, Key.Key_Escape, Key.Key_Tab, Key.Key_Up)))
        elif self.chance.random() < 0.5:
            self.drag(at, self.chance.choice(MODIFIERS))

    def slider(self):
        part = self.some(Slider)
        if part is not None:
            self.note(name_of(part))
            self.drag(self.inside(part))

    def button(self):
        part = self.some(QAbstractButton)
        if part is not None and part.isEnabled():
            self.note(name_of(part))
            self.click(self.place(part, part.rect().center()))

    def notice(self):
        """Answer what the window says or asks."""
        notice = self.window.notice
        if notice.isVisible():
            part = self.chance.choice([*notice.buttons, notice.closer])
            self.note(getattr(part, "text", str)())
            self.click(self.place(part, part.rect().center()))

    # Parts of the window

    def card(self):
        """Drag a card by its title, close, enlarge or turn its page."""
        desk = self.window.desk
        shown = [card for card in desk.cards.values() if self.is_seen(card)]
        if not shown:
            return
        card = self.chance.choice(shown)
        what = self.chance.choice(("title", "close", "enlarge", "menu", "page"))
        self.note(card.key, what)
        if what == "title":
            self.drag(self.place(card, QPoint(self.chance.randint(4, 80), 10)))
        elif what == "page":
            self.key(self.chance.choice((Key.Key_PageUp, Key.Key_PageDown)), ALT)
        else:
            part = {"close": card.closer, "enlarge": card.button, "menu": card.menu_button}[what]
            if self.is_seen(part):
                self.click(self.place(part, part.rect().center()))

    def board(self):
        """Show the list of all samples and do something in it, or leave it."""
        if self.window.session.state.look.board != "samples" or self.chance.random() < 0.3:
            self.window.actions_by_id["samples"].trigger()
            QApplication.processEvents()
        board = self.window.samples
        if not board.isVisible():
            return
        parts = (
            board.view.viewport(),
            board.view.heads.viewport(),
            board.groups,
            board.distribution,
            board.search,
        )
        part = self.chance.choice(parts)
        self.note(name_of(part))
        for _ in range(self.chance.randint(1, 3)):
            if self.is_seen(part):
                self.chance.choice((self.click, self.drag))(self.inside(part), self.chance.choice(MODIFIERS))
                QApplication.processEvents()
        if part is board.search:
            self.type(self.text()[:30])
            self.key(self.chance.choice((Key.Key_Return, Key.Key_Escape, Key.Key_Tab)))

    def palette(self):
        """Ask the palette for something; run it, or leave."""
        self.window.commands.palette_asked.emit()
        text = self.chance.choice(
            (*TEXTS, "theme", "undo", "sort", "sample 2", "c", "co", "card", "class", "add")
        )
        self.type(text[:20])
        QApplication.processEvents()
        for _ in range(self.chance.randint(0, 3)):
            self.key(self.chance.choice((Key.Key_Down, Key.Key_Up, Key.Key_PageDown)))
        entry = self.window.palette_of_commands.list.currentIndex()
        self.note(repr(text[:20]), entry.data() if entry.isValid() else None)
        self.key(Key.Key_Return if self.chance.random() < 0.6 else Key.Key_Escape)

    def history(self):
        """Jump in the history by its list, or leave the list open for what comes."""
        self.window.commands.history_asked.emit()
        QApplication.processEvents()
        panel = self.window.class_parts.history
        if panel.isVisible():
            for _ in range(self.chance.randint(1, 3)):
                row = self.chance.randrange(panel.model.rowCount())
                panel.list.scrollTo(panel.model.index(row))
                at = self.place(panel.list.viewport(), panel.list.visualRect(panel.model.index(row)).center())
                self.note(row)
                if self.window.rect().contains(at):
                    self.click(at)
            if self.chance.random() < 0.7:
                self.key(Key.Key_Escape)

    def travel(self):
        """Undo and redo in chains."""
        for _ in range(self.chance.randint(1, 4)):
            name, times = self.chance.choice(("undo", "redo")), self.chance.randint(1, 12)
            self.note(name, times)
            for _ in range(times):
                self.window.actions_by_id[name].trigger()
            if self.chance.random() < 0.5:
                QApplication.processEvents()

    def dress(self):
        """Change theme, scale or the way numbers are written."""
        commands = self.window.commands
        what = self.chance.choice(("theme", "scale", "scale"))
        if what == "theme":
            commands.choose_theme(self.chance.choice(("light", "dark", "system")))
        else:
            commands.cards.zoom_to(self.chance.choice((0.75, 0.9, 1.0, 1.0, 1.0, 1.1, 1.25, 1.5, 2.0)))
        self.note(what, commands.theme_choice, commands.appearance.scale)

    def paste(self):
        text = self.chance.choice(PASTES)
        QApplication.clipboard().setText(text)
        self.note(repr(text[:30]), "on", name_of(QApplication.focusWidget()))
        if self.chance.random() < 0.3:
            self.window.actions_by_id["paste_table"].trigger()
        else:
            view = self.window.desk.classes.view
            if view.isVisible() and self.chance.random() < 0.7:
                view.setFocus(Qt.FocusReason.TabFocusReason)
            self.key(Key.Key_V, CTRL)

    def open(self):
        name = self.chance.choice(list(self.studies))
        self.note(name)
        self.window.commands.open(self.studies[name]())
        if self.window.notice.isVisible() and self.chance.random() < 0.8:
            buttons = [each for each in self.window.notice.buttons if each.text() == "Discard changes"]
            for button in buttons:
                self.click(self.place(button, button.rect().center()))

    def action(self):
        """Do one of the table of actions that can be done now."""
        usable = [action for action in self.window.actions_by_id.values() if action.isEnabled()]
        action = self.chance.choice([action for action in usable if action.objectName() != "quit"])
        self.note(action.objectName())
        action.trigger()
        QApplication.processEvents()
        form = self.window.focusWidget()
        if isinstance(form, QLineEdit) and self.chance.random() < 0.7:
            text = self.text()
            self.note(repr(text[:20]))
            self.type(text[:20])
            self.key(self.chance.choice((Key.Key_Return, Key.Key_Return, Key.Key_Escape, Key.Key_Up)))

    def menu(self):
        """Open a menu of the bar, or the one of a place, and choose in it."""
        if self.chance.random() < 0.4:
            menus = [action.menu() for action in self.window.menuBar().actions() if action.menu()]
            menu = self.chance.choice(menus)
            self.note(menu.title())
            menu.popup(self.window.mapToGlobal(QPoint(20, 20)))
        else:
            part = self.canvas_or_any(0.5)
            point = part.mapFrom(self.window, self.inside(part))
            self.note(name_of(part))
            reason = QContextMenuEvent.Reason.Mouse
            QApplication.sendEvent(part, QContextMenuEvent(reason, point, part.mapToGlobal(point)))
        QApplication.processEvents()
