from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from shiboken6 import isValid

from explorer import wording
from explorer.jobs import worker
from explorer.plots import numbers
from explorer.study import examples
from explorer.ui import application, scaling
from explorer.ui.program import language


@pytest.fixture(autouse=True)
def usual_scale_and_numbers():
    """What the application keeps for itself and a test changed goes back."""
    yield
    scaling.use(1.0)
    numbers.use(numbers.Format())
    if wording.language() != "en":
        language.speak(application.application(), "en")


@pytest.fixture
def make_window(qtbot):
    """Open windows on examples; each is closed and destroyed after the test."""
    made = []

    def make(opened=None, size=(1440, 900), theme="light"):
        window = application.window(opened or examples.opening(), theme)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        if not isValid(window):  # another one followed it
            continue
        window.close()
        window.deleteLater()
    qtbot.wait(1)


@dataclass(slots=True, eq=False)
class _Held(worker.Request):
    """A request that waits from the start."""

    paused: bool = True


@pytest.fixture
def held():
    """Let what is asked of a worker meanwhile begin and wait, so that it cannot be over too soon."""

    @contextmanager
    def holding():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(worker, "Request", _Held)
            yield

    return holding


@pytest.fixture
def real_window(qtbot, make_window):
    """A window at the corner of a real screen, which the keyboard goes to."""
    made = make_window()
    made.move(0, 0)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def hand(qtbot):
    """Real pointer and keys, for tests marked xcb."""
    from tests.ui import x11  # needs an X server's library

    def settle(has_come):
        qtbot.waitUntil(has_come)
        qtbot.wait(12)  # for what happens once a frame

    made = x11.Hand(settle)
    yield made
    made.close()
