"""What the window copies is what the command line writes, to the byte."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from explorer.analysis.scripts import FRAMEWORKS
from explorer.cli import main
from explorer.cli.sources import opened
from explorer.study.storage import save
from explorer.study.study import Look, ShownLoss, Study
from explorer.ui.cards import copying
from explorer.ui.share_code import CodeDialog
from explorer.ui.share_script import ScriptDialog

ENDINGS = {"copy_numbers": ".tsv", "copy_latex": ".tex", "copy_python": ".py"}
NUMBERED = ("logits", "gradient", "slice", "budget", "sharpening", "values", "landscape")


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study at its third sample, with two losses of which one has a setting."""
    path = tmp_path / "kept.study.json"
    shown = (ShownLoss("zlpr"), ShownLoss("asl", (("gamma_negative", 2.0),)))
    save(path, Study("Kept", opened(None, None).study.table, shown), Look(sample=2))
    return path


@pytest.fixture
def window(make_window, study: Path):
    """A window on that study."""
    QGuiApplication.clipboard().clear()
    window = make_window()
    window.commands.open_path(study)
    assert window.session.state.study.title == "Kept"
    return window


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command, and return what it printed."""

    def ran(*words: object) -> str:
        capsys.readouterr()
        assert main(list(map(str, words))) == 0
        found = capsys.readouterr()
        assert found.err == ""
        return found.out

    return ran


@pytest.mark.parametrize("way", ENDINGS)
def test_tables_of_cards_are_those_of_the_window(
    run: Callable[..., str], window, study: Path, tmp_path: Path, way: str
) -> None:
    for key in NUMBERED:
        window.desk.cards[key].canvas.setFocus(Qt.FocusReason.TabFocusReason)
        copying.WAYS[way](window.desk.cards[key].canvas)
        out = tmp_path / f"{key}{ENDINGS[way]}"
        run("figure", study, "--key", key, "-o", out)
        copied = QGuiApplication.clipboard().text()
        assert len(copied) > 40
        assert out.read_bytes() == copied.encode(), key


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_script_is_that_of_the_window(run: Callable[..., str], window, study: Path, framework: str) -> None:
    window.actions_by_id["reproduce"].trigger()
    dialog = window.findChild(ScriptDialog)
    dialog.choose(framework)
    dialog.copy()
    written = run("script", study, "--for", framework)
    assert written == QGuiApplication.clipboard().text()
    ast.parse(written)


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_code_and_its_image_are_those_of_the_window(
    run: Callable[..., str], window, study: Path, tmp_path: Path, ending: str
) -> None:
    pytest.importorskip("segno")
    window.actions_by_id["share_code"].trigger()
    dialog = window.findChild(CodeDialog)
    dialog.copy()
    dialog.write(tmp_path / f"window.{ending}")
    out = tmp_path / f"qr.{ending}"
    assert run("code", study, "--qr", out) == QGuiApplication.clipboard().text() + "\n"
    assert out.read_bytes() == (tmp_path / f"window.{ending}").read_bytes()
