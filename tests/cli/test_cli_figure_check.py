"""`figure --key check` differentiates by torch in process, where torch is; no other figure does."""

import subprocess
import sys
from pathlib import Path

import pytest

from explorer.cli.figure import _with_results
from explorer.plots import PLOTS
from explorer.study.examples import EXAMPLES
from explorer.study.state import State


@pytest.fixture
def state():
    opened = EXAMPLES["five-samples"].open()
    return State(opened.study, opened.look)


def test_gradients_are_there_for_the_check_alone(state):
    pytest.importorskip("torch")
    answer = _with_results(state, PLOTS["check"]).results["autograd"]
    found = [answer.of(state.sample, shown) for shown in state.study.shown]
    assert [getattr(gradient, "shape", gradient) for gradient in found] == [(5,)] * len(found)
    assert _with_results(state, PLOTS["gradient"]) is state


@pytest.mark.parametrize("key", ["check", "dtypes", "peel", "tasks"])
def test_it_is_drawn(key, tmp_path: Path):
    out = tmp_path / "figure.svg"
    command = [sys.executable, "-m", "explorer", "figure", "--key", key, "-o", str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    assert PLOTS[key].title in out.read_text(encoding="utf-8")
