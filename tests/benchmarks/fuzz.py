# ruff: noqa: E501 - one input a line
"""Mutated inputs of every kind through the importers: `python -m tests.benchmarks fuzz --inputs 100000`.

Every input must become a table or one printable line, within a second, and run nothing that it holds.
"""

from __future__ import annotations

import builtins
import codecs
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from contextlib import contextmanager, suppress
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING
from unittest import mock

import numpy as np

from explorer.study.failures import StudyFailure
from explorer.study.importers import read, read_text
from explorer.study.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

INPUTS = 100_000
SLOW = 1.0  # seconds; every input is a few hundred bytes
EVIL = ("__import__('os').system('true')", "eval('1')", "exec('1')", "!!python/object/apply:os.system ['true']",
        "=cmd|'/c calc'!A1", "cos\nsystem\n(S'true'\ntR.", "np.load('x')", "open('x','w')")  # fmt: skip
PIECES = ("", ",", ";", "\t", "\n", "\n\n", "\r", '"', "'", "[", "]", "{", "}", "(", ")", ":", "=", "logit:", "target:",
          "labels", "sample", "nan", "-inf", "1e999", "−", "null", "True", "...", "\\ud800", "\u2028", "٣", "_", "1,5", "#",
          "\ufeff", "\0", "猫", " ", "tensor(", "array([", ", dtype=", "<", ">", "9" * 30, "[" * 40, "0x1f", "cat;dog")  # fmt: skip


def _npy(array: np.ndarray) -> bytes:
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def _npz(save: object, **arrays: np.ndarray) -> bytes:
    file = io.BytesIO()
    save(file, **arrays)
    return file.getvalue()


def _torch() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/data.pkl", b"\x80\x02cos\nsystem\n.")
    return file.getvalue()


LOGITS, TARGETS = np.array([[1.5, -2.0], [0.25, np.inf]]), np.array([[0.0, 1.0], [1.0, 0.0]])
DOCUMENT = {
    "logits": [[1.5, -2], [0.25, 3]],
    "targets": [[0, 1], [1, 0]],
    "classes": ["a", "b"],
    "samples": ["x", "y"],
}
TEXTS = {
    "csv": "sample,logit:a,logit:b,target:a,target:b\nx,1.5,-2,0,1\ny,0.25,inf,1,0\n",
    "csv with labels": "cat,dog,labels\n1.5,-2,cat;dog\n0.25,3,dog\n",
    "tsv": "logit:a\ttarget:a\n1.5\t0\n−2\t1\n",
    "semicolons": "1,5;2,5\n3;nan\n",
    "two tables": "a,b\n1.5,2\n3,4\n\na,b\n0,1\n1,0\n",
    "blanks": "   a    b\n0  1.5  2\n1  3  nan\n",
    "json": json.dumps(DOCUMENT),
    "json samples": '[{"name": "x", "logits": [1, 2], "labels": [1]}, {"name": "y", "logits": [3, 4], "labels": [0]}]',
    "python": "logits = [(1.5, 2_0, 3), (float('nan'), -np.inf, 4)]\ntargets = [{0, 2}, {1}]\n",
    "python dict": "{'logits': np.array([[1.5, 2]]), 'labels': ['cat|dog'], 'classes': ['cat', 'dog']}",
    "torch": "tensor([[ 1.5000, -2.0000],\n        [ 0.2500,     inf]], device='cuda:0', dtype=torch.float16, grad_fn=<AddBackward0>)\n",
    "numpy": "array([[ 1.5, -2. ],\n       [ 0.25,  inf]], dtype=float32)\n",
    "numpy str": "[[ 1.5  -2.  ]\n [ 0.25   inf]]\n[[0 1]\n [1 0]]\n",
}
FILES = {
    "npy": _npy(LOGITS),
    "npy float16 fortran": _npy(np.asfortranarray(LOGITS.astype(np.float16))),
    "npz": _npz(np.savez, logits=LOGITS, targets=TARGETS, classes=np.array(["a", "b"])),
    "npz compressed": _npz(np.savez_compressed, logits=LOGITS, targets=TARGETS),
    "torch file": _torch(),
    "utf-16": TEXTS["csv"].encode("utf-16"),
}
SECOND = {
    "targets as numbers": "a,b,c\n0,1,0\n1,0,0\n",
    "targets as names": "labels\na;b\nb\n",
    "targets as indices": "[[0, 2], [1]]",
}
SCORES = b"a,b,c\n1.5,-2,0\n0.25,3,1\n"
KINDS = (*TEXTS, *FILES, *SECOND)


for _encoding in (
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32-le",
    "utf-32-be",
    "utf-8",
    "cp437",
    "latin1",
    "ascii",
):
    codecs.lookup(_encoding)  # else importing one under the guard would be seen as code that runs


class CodeRunError(BaseException):
    """Something that an input holds was about to run; no importer may catch it."""


def _caught(*_given: object, **_named: object) -> None:
    raise CodeRunError


@contextmanager
def guarded() -> Iterator[None]:
    """Make every way to run code from a file raise."""
    places = ((builtins, "eval"), (builtins, "exec"), (os, "system"), (os, "popen"), (subprocess, "Popen"))
    patches = [mock.patch.object(module, name, _caught) for module, name in places]
    patches += [mock.patch("pickle.loads", _caught), mock.patch("pickle.load", _caught)]
    for patch in patches:
        patch.start()
    try:
        yield
    finally:
        for patch in patches:
            patch.stop()


def mutated_text(text: str, chance: random.Random) -> str:
    """Cut out, double, put in or exchange pieces of a text; now and then put in what must not run."""
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        start = chance.randint(0, len(text))
        stop = min(len(text), start + chance.randint(0, 12))
        other = chance.randint(0, len(text))
        middle = chance.choice(
            (
                "",
                text[start:stop] * 2,
                text[other : other + 12],
                chance.choice(PIECES),
                chr(chance.randint(1, 0xD7FF)),
                chance.choice(EVIL) if chance.random() < 0.2 else chance.choice(PIECES),
            )
        )
        text = text[:start] + middle + text[stop:]
    return text


def mutated_bytes(data: bytes, chance: random.Random) -> bytes:
    """Delete, double, flip or exchange bytes, or cut the end off."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        start = chance.randint(0, len(data))
        stop = min(len(data), start + chance.randint(1, 8))
        other = chance.randint(0, len(data))
        middle = chance.choice(
            (b"", data[start:stop] * 2, data[other : other + 8], bytes([chance.randint(0, 255)]), b"\xff" * 4)
        )
        data = data[:start] + middle + data[stop:]
        if chance.random() < 0.05:
            data = data[:start]
    return data


def tried(kind: str, seed: int, folder: Path) -> tuple[str, float]:
    """Read one mutated input; return what came of it and how long it took.

    Raises AssertionError for a message of another kind than one printable line, and whatever else
    the importer raised.
    """
    chance = random.Random(f"{kind} {seed}")
    act = _act(kind, chance, folder)
    start = perf_counter()
    try:
        with guarded():
            table = act()
    except StudyFailure as failure:
        said = str(failure)
        assert said.isprintable(), said
        assert 0 < len(said) < 800, said
        return "refused", perf_counter() - start
    assert isinstance(table, Table)
    assert table.sample(len(table) - 1).logits.shape == (table.class_count,)
    return "read", perf_counter() - start


def whole(kind: str, folder: Path) -> Table:
    """Read an input of a kind as it is before anything is mutated, without the guard."""
    path, other = folder / "x.dat", None
    path.write_bytes(TEXTS[kind].encode() if kind in TEXTS else FILES.get(kind, SCORES))
    if kind in SECOND:
        other = folder / "y.dat"
        other.write_text(SECOND[kind], encoding="utf-8", newline="")
    return read(path, other)


def _import_all(folder: Path) -> None:
    """Read every kind once: modules that readers import when first needed would be seen as code that runs."""
    for kind in KINDS:
        with suppress(StudyFailure):
            whole(kind, folder)


def _act(kind: str, chance: random.Random, folder: Path):
    if kind in TEXTS:
        text = mutated_text(TEXTS[kind], chance)
        if chance.random() < 0.5:
            return lambda: read_text(text, "x")
        data = text.encode("utf-8", "surrogatepass")
    elif kind in FILES:
        data = mutated_bytes(FILES[kind], chance)
    else:
        data = TEXTS["csv"].encode() if chance.random() < 0.2 else SCORES
    path, other = folder / "x.dat", None
    path.write_bytes(data)
    if kind in SECOND:
        other = folder / "y.dat"
        other.write_text(mutated_text(SECOND[kind], chance), encoding="utf-8", newline="")
    return lambda: read(path, other)


def run() -> dict[str, object]:
    """Try `--inputs N` inputs, as many of every kind; give counts, failures and the slowest."""
    words = sys.argv[1:]
    inputs = int(words[words.index("--inputs") + 1]) if "--inputs" in words else INPUTS
    each = -(-inputs // len(KINDS))
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    failures, slowest = [], (0.0, "", 0)
    start = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        _import_all(Path(folder))
        for kind in KINDS:
            for seed in range(each):
                try:
                    came, seconds = tried(kind, seed, Path(folder))
                except BaseException as error:
                    if isinstance(error, KeyboardInterrupt | SystemExit):
                        raise
                    came, seconds = "failed", 0.0
                    failures.append(f"{kind} {seed}: {type(error).__name__}: {error}"[:300])
                counts[kind][came] += 1
                if seconds > SLOW:
                    failures.append(f"{kind} {seed}: {seconds:.1f} s")
                slowest = max(slowest, (seconds, kind, seed))
    return {
        "inputs": each * len(KINDS),
        "kinds": {kind: dict(count) for kind, count in counts.items()},
        "failures": len(failures),
        "first failures": failures[:20],
        "slowest": {"seconds": round(slowest[0], 4), "kind": slowest[1], "seed": slowest[2]},
        "minutes": round((perf_counter() - start) / 60, 2),
    }
