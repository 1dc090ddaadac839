"""Evaluated columns for people, as aligned text, and for programs, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.cli.messages import say
from explorer.cli.text import NO_VALUE, aligned, plain, readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from explorer.catalogue import Parameter
    from explorer.cli.columns import Column
    from explorer.study.study import Setting
    from explorer.study.table import Table

UNIT: Final = "nat"
REDUCTION: Final = "sum over classes"


def explain(table: Table, columns: Sequence[Column]) -> None:
    """Say why rows could not be read, and once a loss why samples have no value, or one out of its domain."""
    trouble = table.trouble()
    if trouble is not None:
        say(trouble)
    for column in columns:
        for word, remarks in (("no value", column.refusals), ("caution", column.cautions)):
            if remarks:
                row, remark = next(iter(remarks.items()))
                more = f" ({len(remarks)} of {len(table)} samples)" if len(table) > 1 else ""
                say(f"{column.label}: {word}: {table.source.sample_name(row)}: {remark}{more}")


def as_text(table: Table, columns: Sequence[Column]) -> str:
    """Write samples by losses, then for each loss with gradients samples by classes."""
    names = _names(table)
    parts = [f"values in {UNIT}, {REDUCTION}\n", _values(names, columns)]
    for column in columns:
        if column.gradients is not None:
            parts.append(f"\n{column.label}: gradient, d value / d logit\n")
            parts.append(_gradients(names, table.classes, column.gradients))
    return "".join(parts)


def as_table(table: Table, columns: Sequence[Column], form: str) -> str:
    """Write a row a sample, a column a loss, every digit; then with gradients a column a loss and class.

    form: "tsv", "latex" or "python". A sample for which a loss has no value has nan there.
    """
    from explorer.plots import written_tables
    from explorer.plots.tabbed import tabbed

    head, cells = ["sample"], [_names(table)]
    for column in columns:
        head.append(column.label)
        cells.append(column.values.tolist())
    for column in columns:
        if column.gradients is not None:
            head += [f"{column.label}:{name}" for name in table.classes]
            cells += column.gradients.T.tolist()
    text, about = tabbed([head, *zip(*cells, strict=True)]), f"values in {UNIT}, {REDUCTION}"
    forms = {"latex": written_tables.latex, "python": written_tables.python}
    return forms[form](text, about) if form in forms else text


def _values(names: Sequence[str], columns: Sequence[Column]) -> str:
    head = ("sample", *(column.label for column in columns))
    return aligned([head, *zip(names, *map(_cells, columns), strict=True)])


def _cells(column: Column) -> list[str]:
    values = enumerate(column.values.tolist())
    return [NO_VALUE if row in column.refusals else readable(value) for row, value in values]


def _gradients(names: Sequence[str], classes: Sequence[str], gradients: NDArray[np.float64]) -> str:
    rows = ((name, *map(readable, row)) for name, row in zip(names, gradients.tolist(), strict=True))
    return aligned([("sample", *classes), *rows])


def as_json(table: Table, columns: Sequence[Column]) -> dict[str, object]:
    """Return the object that `--json` prints: what the numbers are, then every sample."""
    labels, entries = [column.label for column in columns], map(_entries, columns)
    return {
        "classes": list(table.classes),
        "unit": UNIT,
        "reduction": REDUCTION,
        "losses": {column.label: _about(column) for column in columns},
        "samples": [
            {"name": name, "losses": dict(zip(labels, of_sample, strict=True))}
            for name, *of_sample in zip(_names(table), *entries, strict=True)
        ],
    }


def _names(table: Table) -> list[str]:
    return [table.source.sample_name(row) for row in range(len(table))]


def _about(column: Column) -> dict[str, object]:
    kinds = {parameter.name: parameter for parameter in column.loss.parameters}
    settings = {name: _setting(kinds[name], setting) for name, setting in column.settings.items()}
    return {"key": column.loss.key, "title": column.loss.title, "settings": settings}


def _setting(parameter: Parameter, setting: Setting) -> object:
    """Return a setting for JSON: a number, one a class, or the name of what is chosen."""
    if not isinstance(setting, float):
        return list(map(plain, setting))
    return parameter.names[int(setting)] if parameter.names else plain(setting)


def _entries(column: Column) -> list[dict[str, object]]:
    """One object a sample: value, gradient where asked for, and what there is to say about it."""
    entries: list[dict[str, object]] = [{"value": plain(value)} for value in column.values.tolist()]
    if column.gradients is not None:
        for entry, gradient in zip(entries, _plain_rows(column.gradients), strict=True):
            entry["gradient"] = gradient
    if column.learned:
        for row, entry in enumerate(entries):
            entry["parameter_gradient"] = {
                name: plain(float(slopes[row])) for name, slopes in column.learned.items()
            }
    for word, remarks in (("refused", column.refusals), ("caution", column.cautions)):
        for row, remark in remarks.items():
            entries[row][word] = remark
    return entries


def _plain_rows(numbers: NDArray[np.float64]) -> list[list[float | str]]:
    rows: list[list[float | str]] = numbers.tolist()
    if not np.isfinite(numbers).all():
        rows = [[plain(float(number)) for number in row] for row in rows]
    return rows
