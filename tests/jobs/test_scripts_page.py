"""The examples of the page about scripts run as they are written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from explorer.jobs import showing

if TYPE_CHECKING:
    from explorer.jobs.showing import View

PAGE = Path(__file__).parents[2] / "docs" / "scripts.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=["opened", "trained"])
def test_an_example_runs(example: str) -> None:
    if "import torch" in example:
        pytest.importorskip("torch")
    found: dict[str, Any] = {}
    exec(example, found)
    view: View = found["view"]
    view.close()
    assert view._process is not None
    # one that had not come up by then was ended
    assert view._process.returncode in (0, -9), view._last_words()


def test_the_page_names_what_a_view_has() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in ("update", "ready", "closed", "close", "wait"):
        assert hasattr(showing.View, name)
        assert f"view.{name}" in text
