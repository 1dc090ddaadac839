"""What importing brings along: the directions of the layers, as the running program sees them."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys

import pytest

import explorer

KNOW_QT = ("explorer.ui", "explorer.paint")
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(explorer.__path__, "explorer.")
    if not module.name.endswith("__main__")
)
WITHOUT_QT = [name for name in MODULES if not name.startswith(KNOW_QT)]


def packages_after(code: str) -> set[str]:
    """Run code in a new interpreter; the top-level packages that it has imported by the end."""
    report = "import json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    command = [sys.executable, "-c", f"{code}\n{report}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def importing(names: list[str]) -> str:
    return "\n".join(f"import {name}" for name in names)


def test_the_modules_are_found() -> None:
    assert {"explorer.cli", "explorer.ui.application", "explorer.paint.painter"} <= set(MODULES)


def test_the_package_alone_imports_nothing_heavy() -> None:
    assert packages_after("import explorer").isdisjoint({"torch", "PySide6", "numpy"})


@pytest.mark.parametrize("arguments", [["--help"], ["eval", "--help"], ["open", "--help"]])
def test_help_imports_neither_qt_nor_torch(arguments: list[str]) -> None:
    code = (
        "from explorer.cli import main\n"
        f"try: status = main({arguments})\n"
        "except SystemExit as end: status = end.code\n"
        "assert not status, status"
    )
    assert packages_after(code).isdisjoint({"torch", "PySide6"})


def test_nothing_below_paint_imports_qt() -> None:
    assert "PySide6" not in packages_after(importing(WITHOUT_QT))


def test_nothing_imports_torch_or_a_second_painter() -> None:
    packages = packages_after(importing(MODULES))
    assert "PySide6" in packages
    assert packages.isdisjoint({"torch", "pyqtgraph", "matplotlib"})


def test_a_window_on_the_screen_has_not_imported_torch() -> None:
    code = (
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from explorer.cli.sources import opened\n"
        "from explorer.ui import application\n"
        "app = application.application()\n"
        "window = application.window(opened(None, None))\n"
        "window.show(); app.processEvents(); assert window.isVisible(); window.close()"
    )
    assert "torch" not in packages_after(code)
