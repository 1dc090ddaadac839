"""Gradients by torch come from the worker's process, and only while the gradient check is seen."""

import subprocess
import sys

import pytest

from explorer.ui import autograd


@pytest.fixture
def window(make_window, monkeypatch):
    pytest.importorskip("torch")
    monkeypatch.setattr(autograd, "SETTLE", 20)
    return make_window()


def answer(window):
    return window.session.state.results.get("autograd")


def open_check(window, qtbot):
    with qtbot.waitSignal(window.jobs.finished):
        window.commands.cards.toggle("check")


def test_the_check_asks_once_it_is_seen_and_again_when_the_sample_changed(window, qtbot):
    asked = []
    original = window.jobs.autograd
    window.jobs.autograd = lambda state: asked.append(state) or original(state)
    window.session.look(held=1)
    qtbot.wait(100)
    assert not asked  # nobody sees the check
    open_check(window, qtbot)
    state = window.session.state
    assert len(asked) == 1
    assert all(answer(window).of(state.sample, shown) is not None for shown in state.study.shown)
    assert "against central differences and autograd" in window.desk.canvases["check"].figure.description
    window.session.look(held=2)
    qtbot.wait(100)
    assert len(asked) == 1  # the sample is the same
    with qtbot.waitSignal(window.jobs.finished):
        window.session.apply("Set", state.study.with_table(state.study.table.with_logit(0, 0, -2.5)))
    assert len(asked) == 2
    moved = window.session.state
    assert answer(window).of(moved.sample, moved.study.shown[0]) is not None


def test_the_window_itself_needs_no_torch():
    code = "import sys, explorer.ui.window, explorer.plots.check; print('torch' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
