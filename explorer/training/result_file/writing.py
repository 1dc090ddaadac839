"""Trajectories -> result file, in pieces, whole or not at all."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any, Final

import numpy

from explorer import __version__
from explorer.files import replacing
from explorer.training import spec
from explorer.training.engine.room import naming
from explorer.training.records import spread
from explorer.training.summary import SPREAD
from explorer.wording import again, parts_of

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from explorer.training.experiment import Experiment, Value
    from explorer.training.trajectories import Trajectories

FORMAT: Final = 1
KIND: Final = "loss-explorer result"
CHUNK: Final = 1 << 24  # bytes that are copied at a time
EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # of every member: the same result has the same bytes but for its header


def write(path: str | os.PathLike[str], trajectories: Trajectories, *, date: datetime | None = None) -> None:
    """Write trajectories beside the path, make sure that they lie on the disk, then rename.

    Metrics and raw logits may be arrays that lie in files: they are copied in pieces. date: when it was made,
    now where it is left out. Raises OSError.
    """
    with naming(path), replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        _write_members(archive, trajectories, date or datetime.now(UTC))


def _write_members(archive: zipfile.ZipFile, trajectories: Trajectories, date: datetime) -> None:
    header = json.dumps(header_of(trajectories, date), ensure_ascii=False, sort_keys=True)
    _add(archive, "header", numpy.array(header))
    _add(archive, "updates", numpy.asarray(trajectories.updates, dtype=numpy.int64))
    _add(archive, "diverged", numpy.asarray(trajectories.diverged, dtype=numpy.int64))
    _add(archive, "refused", _texts([again(reason, "en") for reason in trajectories.refused]))
    for name, values in coordinates(trajectories.experiment).items():
        _add(archive, f"cells/{name}", values)
    for name, metric in trajectories.metrics.items():
        _add(archive, name, metric)
        _add(archive, f"ribbons/{name}", _ribbons(metric))
    if trajectories.raw is not None:
        _add(archive, "raw", trajectories.raw)


def header_of(trajectories: Trajectories, date: datetime) -> dict[str, Any]:
    """Return what the header says: how the result was made, and with what."""
    experiment = trajectories.experiment
    return {
        "kind": KIND,
        "format": FORMAT,
        "title": experiment.title,
        "experiment": spec.write(experiment),
        "metrics": list(trajectories.metrics),
        "quantiles": list(SPREAD),
        "device": trajectories.device,
        "rung": trajectories.rung,
        "dtype": experiment.dtype,
        "seed": experiment.seed,
        "seeds": experiment.seeds,
        "seconds": trajectories.seconds,
        "notes": [again(note, "en") for note in trajectories.notes],
        "said": parts_of((*trajectories.notes, *trajectories.refused)),
        "versions": {"loss-explorer": __version__, "numpy": numpy.__version__, **trajectories.versions},
        "date": date.astimezone(UTC).isoformat(timespec="seconds"),
    }


def coordinates(experiment: Experiment) -> dict[str, NDArray[Any]]:
    """Return each coordinate of the cells, (cells,): numbers with NaN where a cell has none, else texts."""
    cells = [cell.coordinates for cell in experiment.cells]
    names = dict.fromkeys(name for held in cells for name in held)
    return {name: _column([held.get(name) for held in cells]) for name in names}


def _column(values: list[Value | None]) -> NDArray[Any]:
    if all(value is None or isinstance(value, int | float) for value in values):
        return numpy.array([numpy.nan if value is None else value for value in values], dtype=numpy.float64)
    return _texts([_text(value) for value in values])


def _text(value: Value | None) -> str:
    """Write a value of a column of texts; numbers for each class are separated by commas."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _texts(texts: tuple[str, ...] | list[str]) -> NDArray[numpy.str_]:
    return numpy.array(texts, dtype=numpy.str_)


def _ribbons(metric: NDArray[Any]) -> NDArray[numpy.float64]:
    """Return the spread over the seeds, record by record: the whole may not fit into memory."""
    found = numpy.empty((*metric.shape[:-1], len(SPREAD)))
    for record, values in enumerate(metric):
        found[record] = spread(values)
    return found


def _add(archive: zipfile.ZipFile, name: str, array: NDArray[Any]) -> None:
    """Write an array as a member, in pieces."""
    member = zipfile.ZipInfo(f"{name}.npy", EPOCH)
    member.external_attr = 0o644 << 16  # what a person may do with it once it is unpacked
    with archive.open(member, "w", force_zip64=True) as file:
        described = {"descr": numpy.lib.format.dtype_to_descr(array.dtype), "fortran_order": False}
        numpy.lib.format.write_array_header_2_0(file, {**described, "shape": array.shape})
        for piece in _pieces(array):
            _write_piece(file, piece)


def _pieces(array: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """Yield an array in order in pieces of about CHUNK bytes, along its first axes."""
    if array.nbytes <= CHUNK or not array.ndim:
        yield array
        return
    step = max(1, len(array) * CHUNK // array.nbytes)
    for first in range(0, len(array), step):
        yield from _pieces(array[first]) if step == 1 else (array[first : first + step],)


def _write_piece(file: IO[bytes], piece: NDArray[Any]) -> None:
    file.write(numpy.ascontiguousarray(piece).tobytes())
