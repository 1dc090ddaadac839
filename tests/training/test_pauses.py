"""Long work in pieces: the same numbers, and little to do between two looks at whether to go on."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training import Cancelled, pauses, simulate
from explorer.training.device import find
from explorer.training.draws import no_pause
from explorer.training.engine import batches, turns
from explorer.training.engine.crew import AbandonedError, Crew
from explorer.training.experiment import LossChoice, Recording, TaskChoice
from explorer.training.ladder.rule import Part, Rows, Rule
from explorer.training.metrics import METRICS, Seen
from explorer.training.models import FREE
from tests.training.experiments import LINEAR, small

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

WIDE = TaskChoice(
    "linear",
    (
        ("classes", (40,)),
        ("features", (3,)),
        ("held_rows", (300,)),
        ("labels", ("1 to 3",)),
        ("rows", (500,)),
    ),
)


def arrays(shared: bool) -> tuple[NDArray[Any], Rows]:
    """Return logits of 2 runs x 30 rows x 6 classes, and rows whose targets the runs may share."""
    random = np.random.default_rng(5)
    logits, other = random.normal(size=(2, 2, 30, 6))
    targets = (random.uniform(size=(1 if shared else 2, 30, 6)) > 0.6).astype(np.float64)
    targets[..., 0], targets[..., 1] = 1.0, 0.0
    return logits, Rows(None, targets, other)


def settings_of(key: str) -> dict[str, Any]:
    """Return the settings of a loss without the other logits."""
    loss = LOSSES[key]
    return {name: each for name, each in loss.settings().items() if name != loss.other_parameter}


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("key", LOSSES)
def test_slopes_and_metrics_of_some_rows_at_a_time_are_those_of_all(
    monkeypatch: pytest.MonkeyPatch, key: str, shared: bool
) -> None:
    monkeypatch.setattr(pauses, "AT_ONCE", 50)
    loss, (logits, rows) = LOSSES[key], arrays(shared)
    rule = Rule(FREE, loss, OPTIMIZERS["sgd"], (Part(0, 2, settings_of(key)),))
    paused: list[int] = []
    found = rule.slopes(np, logits, rows, lambda: paused.append(0))
    assert len(paused) == 8  # 4 rows of 2 x 6 numbers each
    np.testing.assert_allclose(found, rule.slopes(np, logits, rows), rtol=1e-12, atol=1e-15)
    whole, pieces = (
        Seen(np, loss, settings_of(key), logits, rows.targets, (logits,), rows.other, pause=pause)
        for pause in (None, no_pause)
    )
    for name, metric in METRICS.items():
        np.testing.assert_allclose(metric.function(pieces), metric.function(whole), rtol=1e-12, err_msg=name)


def watched(monkeypatch: pytest.MonkeyPatch, key: str, see: Callable[[int], None]) -> None:
    """Tell how many logits each call of a loss in a simulation is given."""
    loss = LOSSES[key]

    def told(function: Callable[..., Any] | None) -> Any:
        def called(xp: Any, logits: Any, *rest: Any, **settings: Any) -> Any:
            see(logits.size)
            assert function is not None
            return function(xp, logits, *rest, **settings)

        return None if function is None else called

    names = ("value_function", "gradient_function", "both_function", "decide_function")
    own = replace(loss, **{name: told(getattr(loss, name)) for name in names})
    monkeypatch.setattr(batches, "LOSSES", {**LOSSES, key: own})


@pytest.mark.parametrize("key", ["zlpr", "combinatorial_softmax", "pairwise", "cross_entropy"])
def test_between_two_looks_no_loss_is_given_more_than_a_piece(
    monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """A turn of one large run, its updates and its metrics, looks before each piece."""
    monkeypatch.setattr(pauses, "AT_ONCE", 2_000)
    given = [0]
    watched(monkeypatch, key, lambda size: given.append(given.pop() + size))
    pause = Crew.pause

    def looked(self: Crew) -> None:
        given.append(0)
        pause(self)

    monkeypatch.setattr(Crew, "pause", looked)
    experiment = small(
        task=WIDE, losses=(LossChoice(key),), seeds=1, updates=3, recording=Recording(count=3, metrics=())
    )
    simulate(experiment, "numpy")
    assert sum(given) > 2 * 3 * 500 * 40
    assert max(given) <= 2 * 2_000  # value and gradient of a piece


def test_a_cancelled_simulation_does_not_wait_for_the_end_of_an_update(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first piece waits until it is cancelled; of the others of its update none is begun."""
    monkeypatch.setattr(pauses, "AT_ONCE", 2_000)
    began, asked = threading.Event(), threading.Event()
    sizes: list[int] = []

    def see(size: int) -> None:
        sizes.append(size)
        began.set()
        assert asked.wait(120.0)

    shut = Crew.__exit__

    def left(self: Crew, kind: Any, error: Any, trace: Any) -> None:
        self._left.set()  # as it begins with; the piece goes on after it
        asked.set()
        shut(self, kind, error, trace)

    watched(monkeypatch, "zlpr", see)
    monkeypatch.setattr(Crew, "__exit__", left)
    experiment = small(
        task=WIDE,
        losses=(LossChoice("zlpr"),),
        seeds=1,
        recording=Recording(updates=(20,), metrics=("loss",)),
    )
    with pytest.raises(Cancelled):
        simulate(experiment, "numpy", cancel=began.is_set)
    assert sum(sizes) <= 2 * 2 * 2_000  # two runs at work at most, value and gradient of a piece each


def test_a_job_that_nobody_waits_for_ends_at_its_next_pause() -> None:
    ended: list[bool] = []

    def job(crew: Crew) -> None:
        try:
            while True:
                crew.pause()
        except AbandonedError:
            ended.append(True)
            raise

    place = find("numpy", "float64")

    def work() -> None:
        with Crew(place, 1) as crew:
            crew.start(0, lambda: job(crew))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert ended == [True]


def test_the_clock_changes_no_bit(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for seconds in (0.0, 1e-4, 10.0):
        monkeypatch.setattr(turns, "BREATH", seconds)
        found.append(simulate(small(task=LINEAR, updates=60), "numpy"))
    for other in found[1:]:
        for name, values in found[0].metrics.items():
            np.testing.assert_array_equal(values, other.metrics[name])


def test_metrics_of_many_rows_pause_and_are_what_they_are_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pauses, "AT_ONCE", 40)
    random = np.random.default_rng(8)
    logits, chances = random.normal(size=(2, 30, 5)), random.uniform(size=(2, 30, 5))
    hard = (random.uniform(size=(2, 30, 5)) < 0.3).astype(float)
    for targets, known in ((hard, None), (chances, None), (hard, chances)):
        for key in ("positive_gradient", "logit_norm", "calibration_1"):
            calls: list[None] = []
            usual = {"chances": known, "weights": (logits,)}
            given = np, LOSSES["bce"], LOSSES["bce"].settings(), logits, targets
            found = METRICS[key].function(Seen(*given, pause=lambda calls=calls: calls.append(None), **usual))
            wanted = METRICS[key].function(Seen(*given, **usual))
            np.testing.assert_allclose(found, wanted, rtol=1e-14)
            assert len(calls) >= 5
