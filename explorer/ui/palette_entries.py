"""What the command palette can find: actions, recent files, sizes, formulas, classes and samples."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from explorer.plots.numbers import count
from explorer.ui import actions
from explorer.ui.program.recent import recent
from explorer.ui.scaling import STEPS
from explorer.wording import language, say, speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QAction

    from explorer.ui.actions import Action
    from explorer.ui.commands import Commands
    from explorer.ui.session import Session

MOST_SAMPLES: Final = 5000  # tables up to this size are searched by sample name
RECENT: Final = "&File/Open &recent"
REFERENCE: Final = "&Help/&Formula reference"
ASIDE: Final = (
    "lesson.",
    "example.",
    "formula:",
    "recent:",
    "class:",
    "sample:",
)  # after what is done, where both fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be chosen: what is said, where it lives, its keys, and what it does.

    names: what it is found by beside what is said.
    """

    id: str
    words: str
    names: tuple[str, ...] = ()
    place: str = ""
    keys: str = ""
    enabled: bool = True
    run: Callable[[], object]

    @property
    def is_aside(self) -> bool:
        """Whether it comes after what is equally well found and is no study, class or sample."""
        return self.id.startswith(ASIDE)


def action_entries(
    commands: Commands, by_id: Mapping[str, QAction], *, in_chinese: bool = False
) -> Iterator[Entry]:
    """Yield every action of the table, as it is worded and enabled now.

    in_chinese: whether they are found by their Chinese names too, whatever language they are in.
    """
    for row in actions.ACTIONS:
        action = by_id[row.id]
        text = actions.plain(action.text())
        yield Entry(
            id=row.id,
            words=text if row.alone is None else row.alone(commands),
            names=_names(row, text, in_chinese=in_chinese),
            place=actions.place_words(row.menu),
            keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            enabled=action.isEnabled(),
            run=action.trigger,
        )


def _names(row: Action, text: str, *, in_chinese: bool) -> tuple[str, ...]:
    """Return what an action is found by too.

    A loss by its title, what is worded anew by its first words, everything by its English ones.
    """
    names = [*row.also, text] if row.id.startswith("loss.") else [*row.also]
    if row.words is not None or language() != "en":
        names.append(actions.plain(row.text))
    if in_chinese:
        with speaking("zh"):
            names.append(actions.plain(say(row.text)))
    return tuple(names)


def other_entries(commands: Commands) -> Iterator[Entry]:
    """Yield what is chosen in menus and pages that no action stands for: recent files, sizes, formulas."""
    for path in recent(commands.settings):
        yield Entry(
            id=f"recent:{path}",
            words=say("Open {file}", file=path.name),
            place=actions.place_words(RECENT),
            enabled=path.exists(),
            run=partial(commands.program.open_recent, path),
        )
    for size in STEPS:
        yield Entry(
            id=f"size:{size}",
            words=say("Interface size {percent} %", percent=f"{size * 100:.0f}"),
            place=say("Preferences"),
            run=partial(commands.cards.zoom_to, size),
        )
    yield from _formulas(commands)


def _formulas(commands: Commands) -> Iterator[Entry]:
    """Yield the entries of the formula reference."""
    from explorer.losses import LOSSES
    from explorer.ui import reference_training  # what trains is not needed to show the window

    titles = {key: loss.said for key, loss in LOSSES.items()}
    titles |= {each.key: f"{say(each.title)} ({say(each.kind)})" for each in reference_training.entries()}
    for key, title in titles.items():
        yield Entry(
            id=f"formula:{key}",
            words=say("Formula of {title}", title=title),
            place=actions.place_words(REFERENCE),
            run=partial(commands.help_asked.emit, f"formulas/{key}"),
        )


def place_entries(session: Session, query: str, hold: Callable[[int], object]) -> Iterator[Entry]:
    """Yield the classes and samples that a query may mean: by a part of the name, or by number.

    hold: what choosing a class does with its index.
    """
    state, text = session.state, query.strip().lower()
    if not text:
        return
    table = state.study.table
    if text.isdecimal() and 1 <= int(text) <= len(table):
        yield Entry(
            id=f"sample:{text}",
            words=say("Go to sample {number}", number=count(int(text))),
            names=(text,),
            place=say("of {samples}", samples=count(len(table))),
            run=partial(session.look, sample=int(text) - 1),
        )
    for index, name in enumerate(table.classes):
        if text in name.lower():
            yield Entry(id=f"class:{index}", words=name, place=say("Class"), run=partial(hold, index))
    if len(table) <= MOST_SAMPLES:
        for index in range(len(table)):
            name = table.source.sample_name(index)
            if text in name.lower():
                yield Entry(
                    id=f"sample:{index}",
                    words=name,
                    place=say("Sample"),
                    run=partial(session.look, sample=index),
                )
