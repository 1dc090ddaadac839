"""Records found in the files of a package, and from outside by entry points: losses, optimizers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoint


class HasPlace(Protocol):
    """What a record must say of itself: its key, and its place among the others."""

    @property
    def key(self) -> str:
        """The name by which it is asked for."""

    @property
    def order(self) -> int:
        """Its place, small first."""


Record = TypeVar("Record", bound=HasPlace)


class Records(Mapping[str, Record], Generic[Record]):
    """Read-only mapping key -> record, by `order`; records from outside come last.

    Every file of the package names its record as `attribute`; the file that defines the record's class is
    none of them. Entry points of the `group` are looked for only when all records are asked for, or a key
    that no file here has; a broken one is left out and told in `failures`.

    package, path: `__name__` and `__path__` of the package. kind: what one record is called in messages.
    """

    def __init__(
        self,
        package: str,
        path: Iterable[str],
        record: type[Record],
        *,
        attribute: str,
        group: str,
        kind: str,
    ) -> None:
        self.package, self.path, self.record = package, path, record
        self.attribute, self.group, self.kind = attribute, group, kind

    @cached_property
    def own(self) -> dict[str, Record]:
        """The records of this package."""
        names = (f"{self.package}.{found.name}" for found in iter_modules(self.path))
        modules = (import_module(name) for name in names if name != self.record.__module__)
        records: list[Record] = [getattr(module, self.attribute) for module in modules]
        return {record.key: record for record in sorted(records, key=lambda record: record.order)}

    @property
    def failures(self) -> tuple[str, ...]:
        """One sentence for each entry point that was left out."""
        return self._outside[1]

    @cached_property
    def _outside(self) -> tuple[dict[str, Record], tuple[str, ...]]:
        from importlib.metadata import entry_points  # 50 ms, which the window does not wait for

        records: dict[str, Record] = {}
        failures: list[str] = []
        for entry in entry_points(group=self.group):
            try:
                record = self._loaded(entry, records)
            except (Exception, SystemExit) as error:  # whatever foreign code raises: the program must start
                told = f"{type(error).__name__}: {error}"
                failures.append(f"{self.kind} {entry.name!r} from {entry.value}: {told}")
            else:
                records[record.key] = record
        return records, tuple(failures)

    def _loaded(self, entry: EntryPoint, records: Mapping[str, Record]) -> Record:
        record: Any = entry.load()
        if not isinstance(record, self.record):
            of = self.record.__module__.split(".")
            wanted = ".".join((*of[:2], self.record.__name__))
            message = f"it is a {type(record).__name__}, not an {wanted}"
            raise TypeError(message)
        if record.key in self.own or record.key in records:
            message = f"the key {record.key!r} is taken"
            raise ValueError(message)
        return self.received(record, len(records))

    def received(self, record: Record, count: int) -> Record:
        """Return a record from outside as it is kept; `count` others came before."""
        return record

    def __getitem__(self, key: str) -> Record:
        return self.own[key] if key in self.own else self._outside[0][key]

    def __iter__(self) -> Iterator[str]:
        yield from self.own
        yield from self._outside[0]

    def __len__(self) -> int:
        return len(self.own) + len(self._outside[0])
