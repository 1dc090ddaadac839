"""What importing brings along: the directions of the layers, as the running program sees them."""

from __future__ import annotations

import ast
import json
import pkgutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import grimp
import pytest

import explorer
from tests.reaching import (
    APART_FROM_TORCH,
    OF_THE_WHOLE_WINDOW,
    REACHING_TORCH,
    SPEAKING_OF_TORCH,
)

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


# What is asked without torch: `pytest --reaching-torch`

REACH_TORCH = {"explorer.analysis.gradient_check", "explorer.plots.check"}  # of all that follows
CANNOT = (
    "analysis", "catalogue", "locking", "losses", "numeric", "optimizers", "paint", "plots", "resources",
    "study", "wording",
)  # fmt: skip


@cache
def reaching() -> frozenset[str]:
    """Every module that imports torch, or one that does; also inside functions."""
    graph = grimp.build_graph(
        "explorer", include_external_packages=True, exclude_type_checking_imports=True, cache_dir=None
    )
    return frozenset(graph.find_downstream_modules("torch"))


def imported(path: Path) -> set[str]:
    """The modules that a file imports, and the names from modules."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return found


def test_what_is_not_asked_without_torch_cannot_reach_it() -> None:
    assert "explorer.training.simulate" in reaching()
    assert {
        name for name in reaching() if name.split(".")[1:2] and name.split(".")[1] in CANNOT
    } == REACH_TORCH


def test_what_is_not_asked_without_torch_does_not_look_whether_it_is_there() -> None:
    """As `find_spec` does; scripts that are written for others may."""
    root = Path(explorer.__file__).parent
    naming = set()
    for path in root.rglob("*.py"):
        if path.relative_to(root).parts[0].removesuffix(".py") in CANNOT:
            tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if any(isinstance(node, ast.Constant) and node.value == "torch" for node in tree):
                naming.add(path.relative_to(root).as_posix())
    assert naming == {"analysis/gradient_check.py", "analysis/scripts/prelude.py"}


def test_the_window_is_asked_without_torch_where_it_trains_and_as_a_whole() -> None:
    here = Path(__file__).parent
    files = {path.relative_to(here).as_posix() for path in (here / "ui").glob("test_*.py")}
    assert files >= set(OF_THE_WHOLE_WINDOW)
    asked = {name for name in files if SPEAKING_OF_TORCH.search((here / name).read_text(encoding="utf-8"))}
    about = ("actions_population", "autograd", "jobs", "panel_population", "population_left", "shown_arrays")
    assert asked >= {f"ui/test_{name}.py" for name in about}


def test_no_test_that_is_not_asked_without_torch_reaches_it() -> None:
    here = Path(__file__).parent
    files = {path for folder in APART_FROM_TORCH for path in (here / folder).rglob("*.py")}
    found = {path.relative_to(here).as_posix() for path in files if imported(path) & {"torch", *reaching()}}
    assert found | {"analysis/test_scripts.py"} == set(REACHING_TORCH)
