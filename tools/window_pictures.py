"""Draw the pictures of the README and the pages of docs: what the window shows, in assets/pictures.

Run after a change of the screen, then look at them: QT_QPA_PLATFORM=offscreen python -m tools.window_pictures
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from explorer.analysis import browsing
from explorer.analysis.survey import survey
from explorer.plots import selection
from explorer.study.examples import EXAMPLES
from explorer.study.opening import default_study
from explorer.study.state import State
from explorer.study.storage import Opened
from explorer.study.study import Browse, Look, Pin
from explorer.study.table import Table
from explorer.ui import application

FOLDER = Path(__file__).parent.parent / "assets" / "pictures"
USUAL, SMALL = (1440, 900), (1024, 700)


def compared() -> Opened:
    """Return the opening study pinned, with two classes selected and their logits turned round."""
    opened = EXAMPLES["five-samples"].open()
    study, look = opened.study, replace(opened.look, selected=frozenset((1, 3)), held=3, slice_class=3)
    pinned = replace(study, pin=Pin.of(study.table.sample(0), study.shown))
    return replace(opened, study=selection.negate(State(pinned, look)).state.study, look=look)


def photographs() -> Opened:
    """Return 2,000 samples of 12 classes as a model might give them, mistakes included, as a list."""
    random = np.random.default_rng(3)
    targets = (random.random((2000, 12)) < random.uniform(0.05, 0.4, 12)).astype(float)
    logits = random.normal(-2.2, 1.3, targets.shape) + targets * random.normal(3.6, 1.6, targets.shape)
    words = "sky water tree person car road house boat dog bird snow flower"
    table = Table.of(logits.round(3), targets, words.split(), origin="generated")
    study = default_study(table, "Two thousand photographs")
    browse = Browse(sort="bce", query="margin > 0 labels > 1")
    worst = int(browsing.listed(survey(study), table, browse)[3])
    return Opened(study, Look(sample=worst, board="samples", browse=browse))


@dataclass(frozen=True, slots=True)
class Picture:
    """One window: what it shows, how large it is, in which theme."""

    opened: Callable[[], Opened]
    size: tuple[int, int] = USUAL
    theme: str = "light"


PICTURES: Mapping[str, Picture] = {
    "window-light": Picture(EXAMPLES["five-samples"].open),
    "window-dark": Picture(compared, theme="dark"),
    "thousand-classes": Picture(EXAMPLES["a-thousand-classes"].open),
    "all-samples": Picture(photographs),
    "small": Picture(EXAMPLES["n-choose-k"].open, SMALL),
}


def drawn(picture: Picture) -> QImage:
    """Return how the window looks, all samples evaluated."""
    app, opened = application.application(), picture.opened()
    window = application.window(opened, picture.theme)
    window.session.keep_result("survey", survey(opened.study))
    window.resize(*picture.size)
    window.show()
    app.processEvents()
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    window.close()
    return image


if __name__ == "__main__":
    for name, picture in PICTURES.items():
        drawn(picture).save(str(FOLDER / f"{name}.png"), quality=0)  # PNG: as small as can be, nothing lost
