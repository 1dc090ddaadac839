"""A quick start leaves the interpreter as it was."""

from __future__ import annotations

import builtins
import gc
from typing import TYPE_CHECKING

import pytest

from explorer.ui.program.starting import quickly

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _nothing_is_left_out_for_good() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_the_collector_rests_and_works_again() -> None:
    with quickly():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_the_collector_works_again_after_a_start_that_failed() -> None:
    with pytest.raises(ImportError), quickly():
        raise ImportError
    assert gc.isenabled()


def test_imports_are_pythons_own() -> None:
    with quickly():
        pass
    assert type(builtins.__import__) is type(len)
    assert builtins.__import__ is getattr(builtins, "__orig_import__", builtins.__import__)
