"""Draw the pictures of the README and the pages of docs: what the window shows, in assets/pictures.

Run after a change of the screen, then look at them:

    QT_QPA_PLATFORM=offscreen python -m tools.window_pictures [NAME ...]
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from explorer import wording
from explorer.analysis import browsing, gradient_check
from explorer.analysis.survey import survey
from explorer.plots import selection
from explorer.study.examples import EXAMPLES
from explorer.study.opening import default_study
from explorer.study.state import State
from explorer.study.storage import Opened
from explorer.study.stories import STORIES
from explorer.study.study import Browse, Look, Pin, ShownLoss
from explorer.study.table import Table
from explorer.training import simulate
from explorer.training.experiment import (
    Experiment,
    LossChoice,
    OptimizerChoice,
    Recording,
    TaskChoice,
)
from explorer.ui import application
from explorer.ui.window import Window

FOLDER = Path(__file__).parent.parent / "assets" / "pictures"
USUAL, SMALL, PROJECTED = (1440, 900), (1024, 700), (1440, 810)
RESULT = "n-choose-k.npz"
SETTLED = 500  # milliseconds after which what follows an edit late is there


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


def faulty() -> Opened:
    """Return the photographs with a mistake in five of them, as a list of findings."""
    opened = photographs()
    table = opened.study.table
    for row, index, target in ((56, 3, -1.0), (318, 8, 2.0), (900, 2, 0.3)):
        targets = table.sample(row).targets.copy()
        targets[index] = target
        table = table.with_targets(row, targets)
    logits = table.sample(802).logits.copy()
    logits[6] = np.nan
    table = table.with_logits(802, logits).with_targets(1443, 1.0 - table.sample(1443).targets)
    browse = Browse(sort="severity", group="findings")
    look = replace(opened.look, sample=1443, browse=browse)
    return replace(opened, study=replace(opened.study, table=table), look=look)


def asked() -> Opened:
    """Return a photograph with a soft label, of which the doctor has something to say."""
    names = ["sky", "water", "tree", "car", "person"]
    table = Table.of([[3.1, 1.4, -2.2, 0.9, -3.0]], [[1, 0.7, 0, 0, 0]], names, origin="generated")
    return Opened(default_study(table, "A photograph"), Look())


def mistaken() -> Opened:
    """Return ten classes of which one has a wrong label."""
    names = ["sky", "water", "tree", "person", "car", "road", "house", "boat", "dog", "snow"]
    logits = [[3.1, 1.4, -4.2, -1.1, 2.9, -2.4, 0.8, -3.0, -0.4, -5.1]]
    table = Table.of(logits, [[1, 1, 0, 0, 0, 0, 1, 0, 1, 0]], names, origin="generated")
    return Opened(default_study(table, "A photograph"), Look(held=4, slice_class=4))


def peeled() -> Opened:
    """Return the opening study with the way from ZLPR to BCE shown too, where lambda is 0.3."""
    opened = EXAMPLES["five-samples"].open()
    shown = (*opened.study.shown, ShownLoss("peel", (("amount", 0.3),)))
    return replace(opened, study=replace(opened.study, shown=shown))


def chosen() -> Experiment:
    """Return a linear model that learns 1 to 5 of so many labels, at several learning rates."""
    sizes = {"classes": (10, 25, 50, 100), "features": (64,), "held_rows": (300,), "rows": (600,)}
    return Experiment(
        title="n choose k",
        task=TaskChoice("linear", tuple(sizes.items())),
        losses=(LossChoice("zlpr"), LossChoice("bce"), LossChoice("smoothed_zlpr", (("epsilon", (0.1,)),))),
        optimizers=(OptimizerChoice("adam", (0.01, 0.02, 0.05, 0.1)),),
        updates=100,
        seeds=3,
        recording=Recording(count=30, metrics=("micro_f1", "labelled_share")),
    )


def trained() -> Opened:
    """Return the opening study on the board of populations, at 100 classes and a rate of 0.05."""
    opened = EXAMPLES["five-samples"].open()
    at = (("population.at.classes", "100"), ("population.at.rate", "0.05"), ("population.run", "38:1"))
    return replace(opened, look=replace(opened.look, board="population", options=at))


def told() -> Opened:
    """Return the opening study with a story in it."""
    opened = EXAMPLES["five-samples"].open()
    return replace(opened, study=replace(opened.study, stories=(STORIES["n-choose-k"],)))


@dataclass(frozen=True, slots=True)
class Picture:
    """One window: what it shows, how large it is, in which theme.

    cards: those that stand on the desk, the usual ones where none are named; actions: ids of what is done
    then; chinese: whether a lesson speaks Chinese; step: of the descent; population: what is trained before,
    and shown; stage: a shipped story and the step of it, from 0, that is presented; language: of the window.
    """

    opened: Callable[[], Opened]
    size: tuple[int, int] = USUAL
    theme: str = "light"
    cards: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    chinese: bool = False
    step: int = 0
    population: Callable[[], Experiment] | None = None
    stage: tuple[str, int] | None = None
    language: wording.Language = "en"


PICTURES: Mapping[str, Picture] = {
    "window-light": Picture(EXAMPLES["five-samples"].open),
    "window-dark": Picture(compared, theme="dark"),
    "descend-light": Picture(EXAMPLES["five-samples"].open, step=60),
    "descend-dark": Picture(EXAMPLES["five-samples"].open, theme="dark", step=60),
    "population-light": Picture(trained, population=chosen),
    "population-dark": Picture(trained, theme="dark", population=chosen),
    "thousand-classes": Picture(EXAMPLES["a-thousand-classes"].open),
    "all-samples": Picture(photographs),
    "small": Picture(EXAMPLES["n-choose-k"].open, SMALL),
    "doctor": Picture(asked),
    "findings": Picture(faulty, theme="dark"),
    "checks": Picture(mistaken, cards=("flips", "thresholds", "reductions", "check")),
    "dtypes": Picture(EXAMPLES["five-samples"].open, SMALL, actions=("enlarge.dtypes",)),
    "theory": Picture(peeled, theme="dark", cards=("balance", "sweeps", "peel", "tasks")),
    "stage-light": Picture(EXAMPLES["five-samples"].open, PROJECTED, stage=("soft-labels", 4)),
    "stage-dark": Picture(EXAMPLES["five-samples"].open, PROJECTED, "dark", stage=("n-choose-k", 1)),
    "story-panel": Picture(told, actions=("story_panel",)),
    "window-chinese": Picture(EXAMPLES["five-samples"].open, language="zh"),
    "lesson": Picture(EXAMPLES["five-samples"].open, actions=("lesson.newton",), chinese=True),
}


def drawn(picture: Picture) -> QImage:
    """Return how the window looks, all samples evaluated, or the stage."""
    with wording.speaking(picture.language):
        return _drawn(picture)


def _drawn(picture: Picture) -> QImage:
    app, opened = application.application(), picture.opened()
    window = application.window(opened, picture.theme)
    window.session.keep_result("survey", survey(opened.study))
    if "check" in picture.cards:  # what the window asks of another process
        study, sample = opened.study, opened.study.table.sample(opened.look.sample)
        found = gradient_check.autograd(sample.logits, sample.targets, study.shown)
        window.session.keep_result("autograd", found)
    window.resize(*picture.size)
    window.show()
    app.processEvents()
    arrange(window, picture)
    app.processEvents()
    if window.session.state.look.board == "desk":
        descend(window, picture.step)
    if picture.population is not None:
        show_population(window, picture.population)
    seen = on_stage(window, picture) if picture.stage is not None else window
    image = seen.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    window.close()
    return image


def on_stage(window: Window, picture: Picture) -> QWidget:
    """Put the step of a picture's story on a stage of its size."""
    key, place = picture.stage
    stage = window.commands.stories.present(STORIES[key], place)
    stage.showNormal()
    stage.resize(*picture.size)
    QTest.qWait(SETTLED)
    return stage


def descend(window: Window, step: int) -> None:
    """Let every loss train its copy to the end, and show a step of it."""
    app = application.application()
    window.session.look(time=step)
    while not (descents := window.session.state.results.get("descents")) or not descents.complete:
        app.processEvents()
    app.processEvents()


@cache
def result(make: Callable[[], Experiment]) -> TemporaryDirectory[str]:
    """Train an experiment, once for all pictures of it; its result lies in a folder until the end."""
    folder: TemporaryDirectory[str] = TemporaryDirectory()
    simulate(make(), "numpy", output=Path(folder.name) / RESULT)
    return folder


def show_population(window: Window, make: Callable[[], Experiment]) -> None:
    """Show what came of an experiment, with it in the form, and wait for the estimate."""
    path = Path(result(make).name) / RESULT
    window.commands.population.describe(make())
    window.commands.population.files.show_result(path, mine=True)
    QTest.qWait(SETTLED)


def arrange(window: Window, picture: Picture) -> None:
    """Put the cards of a picture on the desk and do what it asks for."""
    cards = window.commands.cards
    if picture.cards:
        layout = cards.layout.with_opened(picture.cards)
        for key in set(layout.open) - {"logits", *picture.cards}:
            layout = layout.with_closed(key)
        cards.use(layout)
    for action in picture.actions:
        window.actions_by_id[action].trigger()
    if picture.chinese:
        window.commands.lessons.speak("zh")


if __name__ == "__main__":
    for name in sys.argv[1:] or PICTURES:
        drawn(PICTURES[name]).save(str(FOLDER / f"{name}.png"), quality=0)  # PNG: small, and nothing lost
