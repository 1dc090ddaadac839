"""Text of a sample, or of some of its classes, as other programs take it; at full precision. No Qt.

Whatever is written here is read back by `explorer.study.importers.read_text`, number for number.
"""

from __future__ import annotations

import json
from math import isfinite, isnan
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.plots.tabbed import tabbed
from explorer.ui.controls.numbers import plain
from explorer.wording import noted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from explorer.study.table import Sample

HEAD: Final = ("class", "logit", "target")


def class_rows(sample: Sample, classes: Iterable[int]) -> str:
    """Return classes as lines of name, logit and target under a header, with tabs between them."""
    rows = ((sample.classes[at], float(sample.logits[at]), float(sample.targets[at])) for at in classes)
    return tabbed([HEAD, *((name, plain(logit), plain(target)) for name, logit, target in rows)])


def tsv(sample: Sample) -> str:
    """Return a sample as a header and one row, with tabs: sample, logit:NAME ..., target:NAME ..."""
    heads = [f"{kind}:{name}" for kind in ("logit", "target") for name in sample.classes]
    numbers = [*sample.logits.tolist(), *sample.targets.tolist()]
    return tabbed([["sample", *heads], [sample.name, *map(plain, numbers)]])


def json_text(sample: Sample) -> str:
    """Return a sample as JSON, with names; NaN and infinities as JSON's readers mostly take them."""
    document = {
        "classes": list(sample.classes),
        "samples": [sample.name],
        "logits": [sample.logits.tolist()],
        "targets": [sample.targets.tolist()],
    }
    return json.dumps(document, ensure_ascii=False)


def python(sample: Sample) -> str:
    """Return a sample as lists of Python."""
    return _assigned(sample, "[{}]", 'float("{sign}{word}")')


def numpy(sample: Sample) -> str:
    """Return a sample as arrays of NumPy."""
    return _assigned(sample, "np.array([{}])", "{sign}np.{word}")


def torch(sample: Sample) -> str:
    """Return a sample as tensors of torch, in float64 as it is here."""
    return _assigned(sample, "torch.tensor([{}], dtype=torch.float64)", "{sign}torch.{word}")


WRITERS: Final[Mapping[str, tuple[str, Callable[[Sample], str]]]] = MappingProxyType(
    {
        "tsv": (noted("&Tab-separated text"), tsv),
        "python": (noted("&Python lists"), python),
        "numpy": (noted("&NumPy arrays"), numpy),
        "torch": (noted("t&orch tensors"), torch),
        "json": ("&JSON", json_text),
    }
)


def _assigned(sample: Sample, shape: str, strange: str) -> str:
    """Write three assignments; `strange`: how nan and inf are written there."""

    def written(number: float) -> str:
        if isfinite(number):
            return repr(number)
        return strange.format(sign="-" if number < 0 else "", word="nan" if isnan(number) else "inf")

    names = ", ".join(json.dumps(name, ensure_ascii=False) for name in sample.classes)
    lines = [f"classes = [{names}]"]
    for word, numbers in (("logits", sample.logits), ("targets", sample.targets)):
        lines.append(f"{word} = " + shape.format(", ".join(map(written, numbers.tolist()))))
    return "\n".join(lines) + "\n"
