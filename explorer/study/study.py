"""The document and how it is watched: frozen records, equal by what they hold."""

from __future__ import annotations

import copyreg
import math
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.study.values import Row, frozen, number

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from numpy.typing import ArrayLike

    from explorer.study.stories import Story
    from explorer.study.table import Sample, Table
    from explorer.study.values import Numbers

Setting = float | tuple[float, ...]
NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


def _frozen(items: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(items)


# a study is sent to the worker process, frozen mappings with it; by itself Python does not pickle them
copyreg.pickle(MappingProxyType, lambda mapping: (_frozen, (dict(mapping),)))
ALPHAS: Final = (0.01, 100.0)
SHARPENINGS: Final = ("softmax", "sigmoid", "loss")
BOARDS: Final = ("desk", "samples", "population")
GROUPS: Final = ("all", "findings", "edited", "missed", "unlabelled", "undefined")
ORDERS: Final = ("label", "logit", "gradient", "index")
FILTERS: Final = ("all", "labelled", "top")
PLAN: Final = "descend."  # what the options of a descent's plan begin with
SPEED: Final = "descend.speed"  # how fast it plays, which is no part of its plan
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownLoss:
    """One loss of the study: its key in the catalogue, the settings that differ from the defaults.

    A setting is a number, or one number per class; they are kept sorted by name. `extra` keeps what a
    newer program wrote beside them, under "settings" those that this program does not have.
    """

    key: str
    settings: tuple[tuple[str, Setting], ...] = ()
    on: bool = True
    extra: Mapping[str, object] = field(default_factory=lambda: NOTHING, hash=False, repr=False)

    def __post_init__(self) -> None:
        settings = sorted((name, _setting(value)) for name, value in dict(self.settings).items())
        object.__setattr__(self, "settings", tuple(settings))

    def with_setting(self, name: str, setting: Setting) -> ShownLoss:
        """Change or add one setting; the loss itself says what it allows."""
        return replace(self, settings=(*self.settings, (name, setting)))


def _setting(value: Setting) -> Setting:
    return number(value) if isinstance(value, int | float) else tuple(map(number, value))


@dataclass(frozen=True, eq=False)
class Pin:
    """A state to compare with: one sample's numbers and the losses' settings as they were.

    logits, targets: read-only, shape (classes,). shown: the losses that were shown; a loss that is
    not among them is compared with the settings it has now. set_aside: those that this program does not
    have, extra: what a newer program wrote of the pin; both are kept and written back.
    """

    sample: int
    name: str
    logits: Numbers
    targets: Numbers
    shown: tuple[ShownLoss, ...] = ()
    set_aside: tuple[ShownLoss, ...] = ()
    extra: Mapping[str, object] = field(default_factory=lambda: NOTHING, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "logits", _one_row(self.logits))
        object.__setattr__(self, "targets", _one_row(self.targets))

    @classmethod
    def of(cls, sample: Sample, shown: tuple[ShownLoss, ...] = ()) -> Pin:
        """Pin a sample and the shown losses as they are now."""
        return cls(sample.index, sample.name, sample.logits, sample.targets, shown)

    @property
    def row(self) -> Row:
        """The pinned numbers together."""
        return Row(self.logits, self.targets)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Pin):
            return NotImplemented
        labels = (self.sample, self.name, self.shown) == (other.sample, other.name, other.shown)
        kept = (self.set_aside, self.extra) == (other.set_aside, other.extra)
        return labels and kept and self.row.same(other.row)

    def __hash__(self) -> int:
        return hash((self.sample, self.name, self.shown))

    def settings_of(self, shown: tuple[ShownLoss, ...]) -> tuple[ShownLoss, ...]:
        """Return these losses with the settings that they had when the pin was set.

        The same loss shown twice is told apart by its order.
        """
        left = list(self.shown)
        found = []
        for loss in shown:
            then = next((other for other in left if other.key == loss.key), None)
            if then is not None:
                left.remove(then)
            found.append(loss if then is None else replace(loss, settings=then.settings))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Study:
    """The document; everything in it can be undone.

    shown: losses in the order of their cards. extra: what a newer program wrote, by the path of the
    object in the file; kept and written back. set_aside: losses that this program does not have,
    kept in the same way. stories: how it is told, see `study.stories`. plan: how its losses descend, as the
    look has it in its options and as files keep it there; what differs from the usual alone.
    """

    title: str
    table: Table
    shown: tuple[ShownLoss, ...] = ()
    pin: Pin | None = None
    extra: Mapping[tuple[str, ...], Mapping[str, object]] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    set_aside: tuple[ShownLoss, ...] = ()
    stories: tuple[Story, ...] = field(default=(), hash=False)
    plan: Options = ()

    def planned(self, look: Look) -> Study:
        """Take the plan of a look."""
        return self if look.plan == self.plan else replace(self, plan=look.plan)

    def with_table(self, table: Table) -> Study:
        """Take a table with the same classes, such as one with an edited row; the pin stays."""
        return self if table is self.table else replace(self, table=table)

    # Classes: the pin follows the table, so that it stays comparable.

    def with_class_added(self, name: str, logit: float = 0.0, target: float = 0.0) -> Study:
        """Add a class to the table and, with the same numbers, to the pin."""
        pin = self.pin and _repinned(self.pin, [*self.pin.logits, logit], [*self.pin.targets, target])
        return replace(self, table=self.table.with_class_added(name, logit, target), pin=pin)

    def with_class_removed(self, index: int) -> Study:
        """Remove a class from the table and from the pin."""
        table = self.table.with_class_removed(index)
        return self._with_order(table, [place for place in range(self.table.class_count) if place != index])

    def with_classes_removed(self, indices: Collection[int]) -> Study:
        """Remove several classes at once from the table and from the pin."""
        gone = frozenset(indices)
        left = [place for place in range(self.table.class_count) if place not in gone]
        return self._with_order(self.table.with_classes_removed(gone), left)

    def with_class_renamed(self, index: int, name: str) -> Study:
        """Rename a class."""
        return replace(self, table=self.table.with_class_renamed(index, name))

    def with_classes_reordered(self, order: Sequence[int]) -> Study:
        """Show class `order[0]` first and so on, in table and pin."""
        return self._with_order(self.table.with_classes_reordered(order), list(order))

    def _with_order(self, table: Table, order: list[int]) -> Study:
        pin = self.pin and _repinned(self.pin, self.pin.logits[order], self.pin.targets[order])
        return replace(self, table=table, pin=pin)


def _repinned(pin: Pin, logits: ArrayLike, targets: ArrayLike) -> Pin:
    # numbers per class belong to the classes as they were; those losses are compared as they are now
    fitting, aside = (
        tuple(loss for loss in losses if not any(isinstance(each, tuple) for _, each in loss.settings))
        for losses in (pin.shown, pin.set_aside)
    )
    return replace(pin, logits=frozen(logits), targets=frozen(targets), shown=fitting, set_aside=aside)


def _one_row(values: ArrayLike) -> Numbers:
    row = frozen(values)
    if row.ndim != 1 or not len(row):
        message = f"a pinned row has shape {row.shape}; allowed is (classes,) with 1 or more"
        raise ValueError(message)
    return row


@dataclass(frozen=True, slots=True)
class Browse:
    """Which samples are listed, and in which order.

    sort: name of a column of `analysis.browsing`, "" for the order of the table; what is undefined comes
    last. query: conditions on columns and parts of names; group: one of GROUPS.
    """

    sort: str = ""
    descending: bool = True
    query: str = ""
    group: str = GROUPS[0]


@dataclass(frozen=True, slots=True)
class Look:
    """How a study is watched: saved with it, never undone. Indices count from 0.

    held: the class that keys act on. landscape: the classes of its axes, x then y; landscape_loss:
    which of the shown losses. alpha: sharpening, 0.01 to 100; sharpening: what of it is shown, one of
    SHARPENINGS. enlarged: key of a figure, or None. selected: the classes that an edit of many acts on;
    none means the held one. board: what the window shows, one of BOARDS. order, only, search, first: which
    rows the list of many classes shows: one of ORDERS, one of FILTERS, a part of the name, the top row.
    browse: which samples are listed. options: what else was chosen of figures, name and text ("dtypes.loss",
    "2"), by name; a figure takes what it does not know for its default. time: the update of the descent that
    is shown, 0 for the study as it is; not saved.
    """

    sample: int = 0
    held: int = 0
    slice_class: int = 0
    landscape: tuple[int, int] = (0, 1)
    landscape_loss: int = 0
    alpha: float = 1.0
    enlarged: str | None = None
    sharpening: str = SHARPENINGS[0]
    selected: frozenset[int] = frozenset()
    board: str = BOARDS[0]
    order: str = ORDERS[0]
    only: str = FILTERS[0]
    search: str = ""
    first: int = 0
    browse: Browse = Browse()
    options: Options = ()
    time: int = 0

    def option(self, name: str, default: str = "") -> str:
        """Return what was chosen under a name."""
        return next((text for key, text in self.options if key == name), default)

    def with_option(self, name: str, text: str) -> Look:
        """Choose something under a name."""
        others = (pair for pair in self.options if pair[0] != name)
        return replace(self, options=tuple(sorted((*others, (name, text)))))

    @property
    def plan(self) -> Options:
        """The options that are the plan of the descent."""
        return tuple(pair for pair in self.options if pair[0].startswith(PLAN) and pair[0] != SPEED)

    def with_plan(self, plan: Options) -> Look:
        """Choose a plan for the descent, in the place of the one there is."""
        if plan == self.plan:
            return self
        gone = dict(self.plan)
        others = (pair for pair in self.options if pair[0] not in gone)
        return replace(self, options=tuple(sorted((*others, *plan))))

    def within(self, study: Study) -> Look:
        """Return the nearest look that this study has; with one class both landscape axes are it."""
        classes = study.table.class_count
        look = Look(
            sample=_clamped(self.sample, len(study.table)),
            held=_clamped(self.held, classes),
            slice_class=_clamped(self.slice_class, classes),
            landscape=_pair(self.landscape, classes),
            landscape_loss=_clamped(self.landscape_loss, len(study.shown)),
            alpha=1.0 if math.isnan(self.alpha) else min(max(float(self.alpha), ALPHAS[0]), ALPHAS[1]),
            enlarged=self.enlarged,
            sharpening=_one_of(SHARPENINGS, self.sharpening),
            selected=_selected(self.selected, classes),
            board=_one_of(BOARDS, self.board),
            order=_one_of(ORDERS, self.order),
            only=_one_of(FILTERS, self.only),
            search=self.search,
            first=_clamped(self.first, classes),
            browse=self.browse,
            options=self.options,
            time=max(int(self.time), 0),
        )
        return self if look == self else look


def _one_of(allowed: tuple[str, ...], wanted: str) -> str:
    return wanted if wanted in allowed else allowed[0]


def _selected(selected: frozenset[int], classes: int) -> frozenset[int]:
    if all(0 <= index < classes for index in selected):
        return selected
    return frozenset(index for index in selected if 0 <= index < classes)


def _clamped(index: int, count: int) -> int:
    return min(max(int(index), 0), max(count - 1, 0))


def _pair(pair: tuple[int, int], classes: int) -> tuple[int, int]:
    across, up = (_clamped(index, classes) for index in pair)
    if across != up or classes == 1:
        return across, up
    return across, up + 1 if up + 1 < classes else up - 1
