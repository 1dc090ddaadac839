"""NumPy multiplies with one thread while an experiment is trained, and as before afterwards."""

from __future__ import annotations

import pytest

from explorer.training import simulate
from explorer.training.engine import blas
from tests.training.results import SMALL


def threads() -> int:
    found = blas._functions()
    if found is None:
        pytest.skip("NumPy has no OpenBLAS of its own here")
    return found[0]()


def test_one_thread_while_it_trains() -> None:
    before, seen = threads(), []
    simulate(SMALL, "numpy", progress=lambda _moment: seen.append(threads()))
    assert set(seen) == {1}
    assert threads() == before


def test_it_is_put_back_after_a_failure() -> None:
    before = threads()

    def fail() -> None:
        with blas.one_thread():
            assert threads() == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert threads() == before


def test_another_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blas, "_functions", lambda: None)
    with blas.one_thread():
        pass
