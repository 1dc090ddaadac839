import pytest

from explorer.ui import timing


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(timing, "perf_counter", lambda: now[0])
    made = timing.FrameClock()
    made.advance = lambda seconds: now.__setitem__(0, now[0] + seconds)
    return made


def test_a_frame_runs_from_the_first_input_to_the_last_paint(clock):
    clock.input()
    clock.advance(0.001)
    clock.edit()
    clock.advance(0.002)
    clock.input()
    clock.edit()
    clock.advance(0.003)
    clock.paint()
    clock.advance(0.004)
    clock.paint()
    clock.advance(5.0)
    assert clock.close() == pytest.approx(0.010)


def test_an_input_that_edits_nothing_opens_no_frame(clock):
    clock.input()
    clock.advance(3.0)
    clock.paint()
    assert clock.close() is None
    clock.edit()
    clock.advance(0.5)
    clock.paint()
    assert clock.close() == pytest.approx(0.5)


def test_paints_after_the_frame_is_read_do_not_count(clock):
    clock.edit()
    clock.advance(0.01)
    clock.paint()
    assert clock.close() == pytest.approx(0.01)
    clock.advance(1.0)
    clock.paint()
    assert clock.close() == pytest.approx(0.01)


def test_a_second_edit_opens_a_second_frame(clock):
    clock.edit()
    clock.advance(0.01)
    clock.paint()
    clock.advance(1.0)
    clock.edit()
    clock.advance(0.02)
    clock.paint()
    assert clock.close() == pytest.approx(0.02)


def test_an_edit_that_no_card_shows_is_no_frame(clock):
    clock.edit()
    clock.told()
    clock.advance(9.0)
    clock.edit()
    clock.expect()
    clock.told()
    clock.advance(0.03)
    clock.edit()
    clock.told()  # nothing more is painted for this one, but the first is not done
    clock.paint()
    assert clock.close() == pytest.approx(0.03)
