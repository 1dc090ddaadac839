"""What is asked before something unsaved would be lost: save it, let it go, or stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ui.notice import Way, way_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.commands import Commands


def ask_first(commands: Commands, what: str, go_on: Callable[[], object], named: str = "") -> bool:
    """Go on at once if all is saved and say so; else ask, and go on when the answer allows it.

    what: "closed" or "opened", as in "Not closed yet"; named: what is opened, as a sentence begins with it.
    Changes of the look alone are not asked for. To close the bar is to stay.
    """
    if commands.session.history.is_saved:
        go_on()
        return True
    title = commands.session.state.study.title
    begins = f"{named} is not {what} yet" if named else f"Not {what} yet"
    commands.choice.emit(
        f"{begins}: the changes to “{title}” are not saved.",
        (Way("Save", lambda: commands.save(then=go_on)), Way("Discard", go_on), way_back("Stay")),
    )
    return False
