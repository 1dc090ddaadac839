"""What every test shares: drawing offscreen, a home of its own, no widget left behind."""

from __future__ import annotations

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

# Before anything imports Qt; a platform chosen outside, such as xcb under Xvfb, wins.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LOSS_EXPLORER_LANGUAGE", "en")  # of programs that tests start

import pytest
from hypothesis import HealthCheck, settings

from tests.reaching import reaches_torch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

PATIENCE = 60_000  # milliseconds until what must come is missed; what has come is waited for no longer

# The same examples every time, and no limit that a busy machine breaks: pytest-timeout ends what hangs.
# Other examples are looked for by `python3 start.py test --hypothesis-profile=search`.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.load_profile("same")


def pytest_xdist_auto_num_workers() -> int | None:
    """Use every core (None), but one process for the tests of the real window: there is one pointer."""
    return 0 if os.environ["QT_QPA_PLATFORM"].startswith("xcb") else None


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--reaching-torch", action="store_true", help="ask only what can differ where torch is not installed"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the tests of the real window where the platform is not xcb, and what cannot reach torch."""
    if not os.environ["QT_QPA_PLATFORM"].startswith("xcb"):
        _keep(config, items, lambda item: item.get_closest_marker("xcb") is None)
    if config.getoption("reaching_torch"):
        _keep(config, items, reaches_torch)


def _keep(config: pytest.Config, items: list[pytest.Item], is_wanted: Callable[[pytest.Item], bool]) -> None:
    wanted = [is_wanted(item) for item in items]
    config.hook.pytest_deselected(items=[item for item, keep in zip(items, wanted, strict=True) if not keep])
    items[:] = [item for item, keep in zip(items, wanted, strict=True) if keep]


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's settings out of the tests, and the tests out of the user's settings."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Wait longer than the plugin's five seconds, which a busy machine needs for a window now and then."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    return qtbot


@pytest.fixture(autouse=True)
def no_widget_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window or another parentless widget behind."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    before = set(_top_level_widgets())
    failed = request.session.testsfailed
    yield
    if request.session.testsfailed > failed:
        return  # the traceback of a failed test holds its widgets
    left = [widget for widget in _top_level_widgets() if widget not in before]
    if left:
        gc.collect()  # cycles of Python objects keep a widget only until they are found
        left = [widget for widget in _top_level_widgets() if widget not in before]
    assert not left, f"widgets left behind: {left}; give them to qtbot.addWidget or delete them"


def _top_level_widgets() -> list[object]:
    """Give the parentless widgets alive, after those that wait for their deletion are gone."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return list(QApplication.topLevelWidgets())
