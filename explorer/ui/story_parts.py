"""What stories have in the window: the panel, made when it is first shown, and its news."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from explorer.ui.cards.layout import EDITOR

if TYPE_CHECKING:
    from explorer.ui.window import Window

# Their keys mean something else in the table of classes: they act with the focus in the panel.
IN_PANEL: Final = ("step_up", "step_down")


class StoryParts(QObject):
    """Shows and hides the panel of a story at the right of the desk."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.commands.story_editing.changed.connect(self._show)
        for name in IN_PANEL:
            action = window.actions_by_id[name]
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            window.removeAction(action)
        if window.commands.story_editing.is_shown:  # as in the window that this one follows
            self._make()
            window.desk.arrange()

    def _show(self) -> None:
        window, desk = self._window, self._window.desk
        editing = window.commands.story_editing
        if desk.stories is None and not editing.is_shown:
            return
        comes = editing.is_shown and (desk.stories is None or not desk.stories.isVisible())
        if desk.stories is None:
            self._make()
        desk.arrange()
        window.refresh_actions()
        if comes and desk.stories is not None:
            desk.stories.refresh()
            desk.stories.focus_list()

    def _make(self) -> None:
        from explorer.ui.panels.stories import StoriesPanel  # not needed to show the desk

        window, desk = self._window, self._window.desk
        panel = StoriesPanel(
            window.commands.story_editing, window.actions_by_id, window.appearance.theme, desk
        )
        panel.hide()
        panel.said.connect(lambda text: window.commands.said.emit(text, "error"))
        panel.left.connect(lambda: desk.cards[EDITOR].canvas.setFocus(Qt.FocusReason.OtherFocusReason))
        for name in IN_PANEL:
            panel.addAction(window.actions_by_id[name])
        desk.stories = panel
