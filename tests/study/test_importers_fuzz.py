"""Mutated inputs of every kind: a table or one printable line, and nothing in them is run."""

import os
from pathlib import Path

import pytest

from tests.benchmarks import fuzz


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_mutated_inputs(kind: str, tmp_path: Path) -> None:
    came = {fuzz.tried(kind, seed, tmp_path)[0] for seed in range(200)}
    assert "refused" in came


def test_the_guard_sees_code_that_runs() -> None:
    with pytest.raises(fuzz.CodeRunError), fuzz.guarded():
        os.system("true")
    with pytest.raises(fuzz.CodeRunError), fuzz.guarded():
        eval("1")
