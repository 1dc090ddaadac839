import pytest

from explorer.plots import numbers
from explorer.study import examples
from explorer.ui import application, scaling


@pytest.fixture(autouse=True)
def usual_scale_and_numbers():
    """What the application keeps for itself and a test changed goes back."""
    yield
    scaling.use(1.0)
    numbers.use(numbers.Format())


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
        window.close()
        window.deleteLater()
    qtbot.wait(1)
