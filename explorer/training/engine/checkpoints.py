"""Checkpoints: what a simulation needs to go on after it was killed, written whole or not at all.

Beside the result OUT.npz lies the folder OUT.npz.part: metrics that fill up, one file each, and `state.npz`,
which says how far everything was. What is in the metrics beyond that is computed once more, to the same bits.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.locking import claim
from explorer.training.engine.room import naming
from explorer.training.moments import SimulationFailure
from explorer.wording import again, parts_of, said_of, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from explorer.training.device import Place
    from explorer.training.experiment import Experiment

ENDING: Final = ".part"
STATE: Final = "state.npz"
LOCK: Final = "lock"
HEADER: Final = "header"
KIND: Final = "loss-explorer checkpoint"
FORMAT: Final = 1
WHAT_COUNTS: Final = (
    "task", "losses", "optimizers", "schedule", "updates", "seeds", "seed", "batch", "noise", "dtype",
    "recording",
)  # fmt: skip
"""Fields of an experiment on which its trajectories depend; its title may change."""
SAMPLED: Final = 16
"""Pieces of a file that tell whether it is still the same, evenly over it; a small one is read whole."""
PIECE: Final = 1 << 16

ANEW: Final = "begin anew"
"""What messages call the way out of a checkpoint that is of no use: `resume=False`, which takes it away."""
LONGEST: Final = 64
"""Letters of what is quoted in a refusal."""


class CheckpointFailure(SimulationFailure):
    """Why a simulation cannot go on from a checkpoint, in one line."""


def folder_of(output: str | os.PathLike[str]) -> Path:
    """Return the folder of the checkpoint beside a result file."""
    path = Path(output)
    return path.with_name(path.name + ENDING)


def is_there(folder: Path) -> bool:
    """Whether there is a checkpoint to go on from."""
    return (folder / STATE).exists()


def claimed(folder: Path) -> int:
    """Make the folder, for this process alone until it lets go; return the lock's descriptor.

    Raises CheckpointFailure while another process trains into it, and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return claim(folder / LOCK)
    except BlockingIOError as error:
        message = say(
            "{folder}: another process trains into it; name another output, or wait for its end",
            folder=folder.name,
        )
        raise CheckpointFailure(message) from error


def opened(folder: Path, resume: bool) -> bool:
    """Return whether there is a checkpoint in a folder that was claimed to go on from.

    Without `resume` what is left of an earlier simulation goes.
    """
    goes_on = resume and is_there(folder)
    if not goes_on:
        cleared(folder)
    return goes_on


def cleared(folder: Path) -> None:
    """Take away what lies in a folder but its lock, what says how far it was first."""
    (folder / STATE).unlink(missing_ok=True)
    for path in folder.iterdir():
        if path.name != LOCK:
            path.unlink()


def removed(folder: Path) -> None:
    """Take a checkpoint away, what says how far it was first; what is still in use stays there, unused."""
    with contextlib.suppress(OSError):
        (folder / STATE).unlink()
    shutil.rmtree(folder, ignore_errors=True)


def identity(experiment: Experiment, place: Place) -> dict[str, str]:
    """Return what must be the same for a simulation to go on: its files too, where a task reads some."""
    own = {name: repr(getattr(experiment, name)) for name in WHAT_COUNTS}
    return {**own, **_files(experiment), "device": place.key}


def _files(experiment: Experiment) -> dict[str, str]:
    """Return a mark of each file that the task is read from; what the program brings along has none."""
    named = dict(experiment.task.settings).get("file", ())
    paths = [Path(name) for name in named if isinstance(name, str) and name]
    return {f"file {path}": _mark(path) for path in paths if path.is_file()}


def _mark(path: Path) -> str:
    """Return size, time and a hash of SAMPLED pieces of a file, which differ where it was changed."""
    about = path.stat()
    found = hashlib.sha256()
    with path.open("rb") as file:
        for piece in range(SAMPLED):
            file.seek(piece * max(about.st_size - PIECE, 0) // (SAMPLED - 1))
            found.update(file.read(PIECE))
    return f"{about.st_size} bytes of {about.st_mtime_ns}, {found.hexdigest()[:16]}"


def write(folder: Path, header: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write the state under another name, make sure that it lies on the disk, then rename. Raises OSError.

    That name is always the same, not one by chance as in `explorer.files`: the folder is this process's
    alone, and one that is killed again and again leaves one such file and not many.
    """
    text = json.dumps({"kind": KIND, "format": FORMAT, **header})
    beside = folder / f"{STATE}.tmp"
    with naming(beside), beside.open("wb") as file:
        np.savez(file, allow_pickle=False, **{HEADER: np.array(text), **arrays})
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / STATE)


def read(folder: Path, wanted: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """Return header and arrays of the checkpoint of an experiment; `wanted` is its `identity`.

    Raises
    ------
    CheckpointFailure
        for a checkpoint of another experiment or device, or a file that is none; one line.
    OSError
        for a file that cannot be read.
    """
    name = folder.name
    try:
        with (folder / STATE).open("rb") as file, np.load(file, allow_pickle=False) as archive:
            arrays = {key: archive[key] for key in archive.files}
        header: dict[str, Any] = json.loads(str(arrays.pop(HEADER)))
        known = header["kind"] == KIND and header["format"] == FORMAT
        identity_there = dict(header["identity"])
    except (ValueError, KeyError, TypeError, zipfile.BadZipFile, EOFError) as error:
        raise damaged(folder, error) from error
    if not known:
        message = say(
            "{folder}: format {format} of {kind} is not known; begin anew",
            folder=name,
            format=header["format"],
            kind=repr(header["kind"]),
        )
        raise CheckpointFailure(message)
    for key, value in wanted.items():
        if identity_there.get(key) != value:
            raise CheckpointFailure(_of_another(name, key, identity_there.get(key), value))
    return _said(header), arrays


def spoken(notes: Sequence[str], refused: Mapping[int, str]) -> dict[str, Any]:
    """Return what the header has of sentences: in English, with what they are made of beside them."""
    return {
        "notes": [again(note, "en") for note in notes],
        "refused": {cell: again(reason, "en") for cell, reason in refused.items()},
        "said": parts_of((*notes, *refused.values())),
    }


def _said(header: dict[str, Any]) -> dict[str, Any]:
    """Return a header whose sentences are in the language in use."""
    parts, notes, refused = (header.get(name) for name in ("said", "notes", "refused"))
    if not (isinstance(parts, dict) and isinstance(notes, list) and isinstance(refused, dict)):
        return header
    return {
        **header,
        "notes": [said_of(note, parts) for note in notes],
        "refused": {cell: said_of(reason, parts) for cell, reason in refused.items()},
    }


def damaged(folder: Path, error: Exception) -> CheckpointFailure:
    """Return the failure of a checkpoint that cannot be understood."""
    why = " ".join(str(error).split())[:LONGEST]
    return CheckpointFailure(
        say(
            "{folder}: no checkpoint, or damaged ({why}); remove it, or begin anew",
            folder=folder.name,
            why=why,
        )
    )


def _of_another(folder: str, key: str, there: str | None, here: str) -> str:
    """Say what is not the same: both where they are short."""
    if max(len(str(there)), len(here)) > LONGEST:
        return say(
            "{folder}: the checkpoint is of another experiment: {key} is not the same there and here; "
            "name another output, or begin anew",
            folder=folder,
            key=key,
        )
    return say(
        "{folder}: the checkpoint is of another experiment: {key} is {there} there and {here} here; "
        "name another output, or begin anew",
        folder=folder,
        key=key,
        there=there,
        here=here,
    )
