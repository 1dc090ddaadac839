import pytest

from explorer.study import examples
from explorer.ui import application


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
