"""Mutated inputs of every kind: a table or one printable line, and nothing in them is run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.study.importers import ImportFailure
from tests.benchmarks import fuzz

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_every_kind_is_read_before_it_is_mutated(kind: str, tmp_path: Path) -> None:
    if kind == "torch file":
        with pytest.raises(ImportFailure, match="could run code"):
            fuzz.whole(kind, tmp_path)
    else:
        assert len(fuzz.whole(kind, tmp_path)) in (1, 2)


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_mutated_inputs(kind: str, tmp_path: Path) -> None:
    came = {fuzz.tried(kind, seed, tmp_path)[0] for seed in range(200)}
    assert "refused" in came


def test_the_benchmark_finds_nothing_in_a_process_of_its_own() -> None:
    """There no test before it has imported what readers import when first needed."""
    command = [sys.executable, "-m", "tests.benchmarks", "fuzz", "--inputs", str(20 * len(fuzz.KINDS))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)["fuzz"]
    assert (found["inputs"], found["first failures"]) == (20 * len(fuzz.KINDS), [])


def test_the_guard_sees_code_that_runs() -> None:
    with pytest.raises(fuzz.CodeRunError), fuzz.guarded():
        os.system("true")
    with pytest.raises(fuzz.CodeRunError), fuzz.guarded():
        eval("1")
