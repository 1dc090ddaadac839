"""Mutated inputs of every kind: a table or one printable line, and nothing in them is run."""

import os
from pathlib import Path

import pytest

from explorer.study.importers import ImportFailure, read
from tests.benchmarks import fuzz


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_every_kind_is_read_before_it_is_mutated(kind: str, tmp_path: Path) -> None:
    path, other = tmp_path / "x.dat", tmp_path / "y.dat"
    if kind in fuzz.TEXTS:
        path.write_text(fuzz.TEXTS[kind], encoding="utf-8")
    else:
        path.write_bytes(fuzz.FILES.get(kind, fuzz.SCORES))
    if kind in fuzz.SECOND:
        other.write_text(fuzz.SECOND[kind])
    if kind == "torch file":
        with pytest.raises(ImportFailure, match="could run code"):
            read(path)
    else:
        assert len(read(path, other if kind in fuzz.SECOND else None)) in (1, 2)


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_mutated_inputs(kind: str, tmp_path: Path) -> None:
    came = {fuzz.tried(kind, seed, tmp_path)[0] for seed in range(200)}
    assert "refused" in came


def test_the_guard_sees_code_that_runs() -> None:
    with pytest.raises(fuzz.CodeRunError), fuzz.guarded():
        os.system("true")
    with pytest.raises(fuzz.CodeRunError), fuzz.guarded():
        eval("1")
