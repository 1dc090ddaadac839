"""The program killed at random moments; `bench kills` does the same many times."""

import sys

import pytest

from tests.benchmarks import kills


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("seed", range(5))
def test_at_most_the_last_gesture_is_lost(seed):
    left = kills.kill(seed)
    assert left.problem == ""
    assert left.missing in (0, 1)
