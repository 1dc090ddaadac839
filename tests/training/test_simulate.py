"""Experiment -> trajectories: the same on every device, in any division, and nothing spoils a neighbour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training import Cancelled, device, simulate
from explorer.training.engine import breath, rungs, simulation
from explorer.training.engine.batches import batches_of
from explorer.training.engine.blocks import parts_of
from explorer.training.engine.refusals import refusal
from explorer.training.experiment import LossChoice, OptimizerChoice, Recording, Schedule, TaskChoice
from explorer.training.ladder.eager import Eager
from explorer.training.ladder.stepper import Chosen
from explorer.training.models import FREE as FREE_MODEL
from explorer.training.problem import Problem
from explorer.training.records import record_updates, spread
from explorer.training.spec import SpecFailure
from tests.training.experiments import FREE, LINEAR, same, small

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from explorer.training import Moment

ONE_LABEL = TaskChoice("logits", (("classes", (5,)), ("labels", (1,))))
ROUNDING = 1e-9  # between devices and blocks, in float64, after 20 updates


@pytest.fixture
def blocks_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    def set_size(runs: int) -> None:
        monkeypatch.setattr(rungs, "choose", lambda *_: Chosen(Eager(), runs))

    return set_size


@pytest.fixture
def room_for(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    def set_bytes(count: int) -> None:
        find = device.find
        monkeypatch.setattr(device, "find", lambda *given: replace(find(*given), wave_bytes=count))

    return set_bytes


@pytest.fixture
def one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    find = device.find
    monkeypatch.setattr(device, "find", lambda *given: replace(find(*given), workers=1))


def test_what_is_recorded() -> None:
    experiment = small()
    result = simulate(experiment, "numpy")
    assert result.updates.tolist() == record_updates(experiment.recording, 20).tolist()
    assert result.updates[0] == 0
    assert result.updates[-1] == 20
    assert result.metrics["loss"].shape == (len(result.updates), 6, 4)
    assert result.raw is not None
    assert result.raw.shape == (len(result.updates), 6, 4, 1, 5)
    assert result.refused == ("",) * 6
    assert (result.diverged == -1).all()
    assert (result.metrics["loss"][-1] < result.metrics["loss"][0]).all()
    assert np.isfinite(result.raw).all()
    assert result.device == "numpy"


def test_the_recorded_loss_is_that_of_the_recorded_logits() -> None:
    experiment = small(recording=Recording(metrics=("loss",), raw=True), seeds=2)
    result = simulate(experiment, "numpy")
    from explorer.training.tasks import TASKS

    targets = TASKS["logits"].prepare(dict(experiment.cells[0].task), np.arange(2)).targets
    assert result.raw is not None
    own = LOSSES["zlpr"].value(
        result.raw[:, 0].astype(float), np.broadcast_to(targets, result.raw[:, 0].shape)
    )
    np.testing.assert_allclose(result.metrics["loss"][:, 0], own[..., 0], rtol=1e-5)  # raw is float32


@pytest.mark.parametrize("task", [ONE_LABEL, LINEAR], ids=["logits", "linear"])
def test_every_loss_on_every_device(task: TaskChoice) -> None:
    pytest.importorskip("torch")
    experiment = small(task=task, losses=tuple(LossChoice(key) for key in LOSSES.own), seeds=2)
    one, other = simulate(experiment, "numpy"), simulate(experiment, "cpu")
    assert one.refused == other.refused
    trained = [not reason for reason in one.refused]
    assert np.isfinite(one.metrics["loss"][:, trained]).all()
    assert np.isnan(one.metrics["loss"][:, [not each for each in trained]]).all()
    np.testing.assert_allclose(one.metrics["loss"], other.metrics["loss"], rtol=ROUNDING, atol=ROUNDING)
    assert one.raw is not None
    assert other.raw is not None
    np.testing.assert_array_equal(one.raw[0], other.raw[0])  # the same start, bit for bit


def test_every_optimizer_on_every_device() -> None:
    pytest.importorskip("torch")
    experiment = small(optimizers=tuple(OptimizerChoice(key, (0.05,), (0.0, 0.01)) for key in OPTIMIZERS.own))
    one, other = simulate(experiment, "numpy"), simulate(experiment, "cpu")
    np.testing.assert_allclose(one.metrics["loss"], other.metrics["loss"], rtol=ROUNDING, atol=ROUNDING)
    decays = one.metrics["loss"][-1, 1::2].mean(axis=-1)  # without decay AdamW is Adam
    assert len(set(decays.tolist())) == len(decays)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"task": LINEAR},
        {"task": LINEAR, "batch": 5, "noise": 0.1},
        {"task": replace(FREE, settings=(("classes", (5,)), ("drawn", ("anew",)), ("rows", (4,))))},
        {"schedule": Schedule("cosine", warm_up=5)},
    ],
    ids=["logits", "linear", "mini-batches and noise", "drawn anew", "schedule"],
)
def test_blocks_and_waves_do_not_matter(
    changes: dict[str, Any], blocks_of: Callable[[int], None], room_for: Callable[[int], None]
) -> None:
    experiment = small(**changes)
    blocks_of(64)
    whole = simulate(experiment, "numpy")
    assert whole.rung.endswith("64 runs")
    blocks_of(5)
    room_for(3000)
    waves: list[int] = []
    divided = simulate(experiment, "numpy", lambda moment: waves.append(moment.waves))
    assert max(waves) > 1
    assert same(whole, divided)  # NumPy multiplies run by run, so even the bits are the same


def test_other_cells_and_seeds_do_not_matter() -> None:
    whole = simulate(small(task=LINEAR, batch=5, noise=0.2), "numpy")
    fewer = small(
        task=LINEAR, batch=5, noise=0.2, seed=2, seeds=2, optimizers=(OptimizerChoice("adam", (0.2,)),)
    )
    part = simulate(replace(fewer, losses=tuple(reversed(fewer.losses))), "numpy")
    assert part.raw is not None
    assert whole.raw is not None
    np.testing.assert_array_equal(part.raw[:, 2], whole.raw[:, 1, 2:])
    np.testing.assert_array_equal(part.raw[:, 0], whole.raw[:, 3, 2:])


@pytest.mark.parametrize("task", [FREE, LINEAR], ids=["free", "linear"])
def test_many_settings_are_one_part_and_give_what_each_gives(
    task: TaskChoice, blocks_of: Callable[[int], None]
) -> None:
    """Two conventions make two parts of 20 epsilons, whose runs lie in blocks of 7."""
    several = tuple(np.linspace(0.0, 0.9, 20).tolist())
    usual = {"task": task, "seeds": 2, "updates": 6, "recording": Recording(count=3, raw=True)}
    choice = LossChoice("smoothed_zlpr", (("convention", (2.0, 3.0)), ("epsilon", several)))
    (batch,) = batches_of(small(losses=(choice,), **usual))
    assert list(batch.varying) == ["epsilon"]
    places = np.repeat(np.arange(len(batch.cells)), 2)
    parts = parts_of(batch, places, np.zeros(1))
    half = len(places) // 2
    assert [(part.first, part.last) for part in parts] == [(0, half), (half, 2 * half)]
    blocks_of(7)
    found = simulate(small(losses=(choice,), **usual), "numpy")
    for cell in (0, 5, 39, 40, 78):
        settings = tuple((name, (each,)) for name, each in batch.settings[cell].items())
        alone = simulate(small(losses=(LossChoice("smoothed_zlpr", settings),), **usual), "numpy")
        for name, metric in alone.metrics.items():
            own = found.metrics[name][:, cell]
            np.testing.assert_allclose(own, metric[:, cell % 2], rtol=1e-12, atol=1e-12, err_msg=name)
        assert alone.raw is not None
        np.testing.assert_allclose(found.raw[:, cell], alone.raw[:, cell % 2], rtol=1e-12, atol=1e-12)


def test_few_settings_of_many_runs_stay_numbers() -> None:
    """So the results of an experiment are those that its settings have alone, to the bit."""

    def varying(settings: tuple[float, ...], seeds: int, key: str = "smoothed_zlpr") -> list[str]:
        name = "epsilon" if key == "smoothed_zlpr" else "max_labels"
        (batch,) = batches_of(small(losses=(LossChoice(key, ((name, settings),)),), seeds=seeds))
        return list(batch.varying)

    assert varying((0.1,), 1) == []
    assert varying((0.1, 0.2), 64) == []
    assert varying((0.1, 0.2), 16) == ["epsilon"]
    assert varying(tuple(np.linspace(0.0, 1.0, 17).tolist()), 1_000) == ["epsilon"]
    assert varying((1.0, 2.0), 1, "combinatorial_threshold") == []  # it decides how much is computed


def test_the_same_bits_again() -> None:
    pytest.importorskip("torch")
    experiment = small(task=LINEAR, dtype="float32")
    assert same(simulate(experiment, "cpu"), simulate(experiment, "cpu"))


def test_mini_batches_noise_and_schedule_change_something() -> None:
    usual = simulate(small(task=LINEAR), "numpy")
    for changes in ({"batch": 5}, {"noise": 0.2}, {"schedule": Schedule("cosine")}, {"seed": 1}):
        assert not same(usual, simulate(small(task=LINEAR, **changes), "numpy")), changes


def test_a_run_that_diverges_is_alone() -> None:
    """Weight decay 3 doubles a weight at each update of rate 1: float32 overflows after about 128."""
    changes = {"dtype": "float32", "updates": 140, "losses": (LossChoice("bce"),)}
    wild = simulate(small(optimizers=(OptimizerChoice("sgd", (0.1, 1.0, 3e38), (3.0,)),), **changes), "numpy")
    calm = simulate(small(optimizers=(OptimizerChoice("sgd", (0.1,), (3.0,)),), **changes), "numpy")
    np.testing.assert_array_equal(wild.metrics["loss"][:, :1], calm.metrics["loss"])
    assert (wild.diverged[0] == -1).all()
    assert ((wild.diverged[1] > 120) & (wild.diverged[1] < 136)).all()
    assert len(set(wild.diverged[1].tolist())) > 1
    assert (wild.diverged[2] == 1).all()
    lost = wild.updates[:, None, None] >= np.where(wild.diverged < 0, 999, wild.diverged)
    np.testing.assert_array_equal(np.isnan(wild.metrics["loss"]), lost)


def test_the_update_of_divergence_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = small(
        dtype="float32",
        updates=140,
        optimizers=(OptimizerChoice("sgd", (1.0,), (3.0,)),),
        losses=(LossChoice("bce"),),
    )
    one = _each_update(experiment)
    for count in (1.0, 1e5, 1e9):
        monkeypatch.setitem(rungs.AT_ONCE, "numpy", count)
        many = simulate(replace(experiment, recording=Recording(updates=(3,), metrics=("loss",))), "numpy")
        np.testing.assert_array_equal(many.diverged, one)


def _each_update(experiment: Any) -> Any:
    """Where raw logits, recorded at each update, are first not finite."""
    every = Recording(updates=tuple(range(141)), metrics=("loss",), raw=True)
    raw = simulate(replace(experiment, recording=every), "numpy").raw
    assert raw is not None
    lost = ~np.isfinite(raw).all(axis=(-1, -2))
    return np.where(lost.any(axis=0), lost.argmax(axis=0), -1)


def test_a_loss_without_a_meaning_is_refused() -> None:
    soft = replace(FREE, settings=(*FREE.settings, ("softness", (0.2,))))
    result = simulate(small(task=soft), "numpy")
    assert "takes 0/1 labels" in result.refused[0]
    assert result.refused[2] == ""
    assert np.isnan(result.metrics["loss"][:, :2]).all()
    assert np.isfinite(result.metrics["loss"][:, 2:]).all()
    assert (result.diverged == -1).all()


def test_other_reasons_to_refuse() -> None:
    few = LossChoice("combinatorial_threshold", (("max_labels", (1.0, 3.0)),))
    assert [reason[:18] for reason in simulate(small(losses=(few,)), "numpy").refused] == (
        ["needs at most 1 la"] * 2 + [""] * 2
    )
    noisy = simulate(small(losses=(few,), noise=0.1), "numpy").refused
    assert all("flipped anew" in reason for reason in noisy[2:])
    batch = batches_of(small(losses=(LossChoice("symmetric_kl_sigmoid"),)))[0]
    problem = Problem(FREE_MODEL, (np.zeros((2, 1, 5)),), np.zeros((2, 1, 5)))
    assert refusal(batch, 0, problem) == "compares with other logits, and task 'logits' has none"
    assert refusal(batch, 0, replace(problem, other=problem.targets)) == ""
    wide = LossChoice("bce", (("pos_weight", ((1.0, 2.0),)),))
    assert "2 numbers for 5 classes" in simulate(small(losses=(wide,)), "numpy").refused[0]


class Greedy(Eager):
    """A device that has no memory for more runs than `most`."""

    def __init__(self, most: int) -> None:
        self.most, self.asked = most, list[int]()

    def advance(self, rule: Any, xp: Any, weights: Any, *rest: Any) -> Any:
        self.asked.append(len(weights[0]))
        if len(weights[0]) > self.most:
            message = "not enough"
            raise MemoryError(message)
        return super().advance(rule, xp, weights, *rest)


@pytest.mark.usefixtures("one_worker")
def test_out_of_memory_makes_smaller_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = small(task=LINEAR)
    usual = simulate(experiment, "numpy")
    stepper = Greedy(3)
    monkeypatch.setattr(rungs, "choose", lambda *_: Chosen(stepper, 16))
    short = simulate(experiment, "numpy")
    assert same(usual, short)
    assert "blocks of 4 runs: the device has no memory for 8" in short.notes
    assert stepper.asked.count(16) == 1  # the other blocks are made smaller before they ask
    monkeypatch.setattr(rungs, "choose", lambda *_: Chosen(Greedy(0), 16))
    with pytest.raises(
        MemoryError, match=r"one run alone does not fit in the memory of the device \(numpy\)"
    ):
        simulate(experiment, "numpy")


def test_out_of_memory_makes_smaller_waves(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = simulate(small(), "numpy")
    blocks_of = simulation.blocks_of

    def short(wave: Any, *rest: Any) -> Any:
        if wave.last_seed - wave.first_seed > 2:
            raise MemoryError
        return blocks_of(wave, *rest)

    monkeypatch.setattr(simulation, "blocks_of", short)
    waves: list[int] = []
    result = simulate(small(), "numpy", lambda moment: waves.append(moment.waves))
    assert waves[-1] == 2
    assert same(usual, result)
    assert result.notes == ("2 waves: the device has no memory for 1",)


def test_moments_grow(monkeypatch: pytest.MonkeyPatch, room_for: Callable[[int], None]) -> None:
    monkeypatch.setattr("explorer.training.engine.breath.TOLD_EVERY", 0.0)
    monkeypatch.setattr(simulation, "TURN", 0.0)
    room_for(3000)
    moments: list[tuple[Moment, Any]] = []
    result = simulate(small(task=LINEAR), "numpy", lambda moment: moments.append((moment, moment.summary())))
    done = [moment.done for moment, _ in moments]
    assert done == sorted(done)
    last, summary = moments[-1]
    assert last.done == last.total == 6 * 4 * 20
    assert (last.update, last.wave, last.waves) == (20, last.waves, last.waves)
    assert {moment.wave for moment, _ in moments} == set(range(1, last.waves + 1))
    assert summary.reached == len(result.updates)
    np.testing.assert_array_equal(summary.ribbons["loss"], spread(result.metrics["loss"]))
    np.testing.assert_array_equal(summary.latest["loss"], result.metrics["loss"][-1])
    half = next(each for moment, each in moments if 0 < each.reached < len(result.updates))
    assert np.isfinite(half.ribbons["loss"][: half.reached]).all()
    assert np.isnan(half.ribbons["loss"][half.reached :]).any()


def test_ribbons_are_whole(monkeypatch: pytest.MonkeyPatch, blocks_of: Callable[[int], None]) -> None:
    """A record is shown when all runs of the wave have passed it, not some of them."""
    monkeypatch.setattr("explorer.training.engine.breath.TOLD_EVERY", 0.0)
    monkeypatch.setattr(simulation, "TURN", 0.0)
    blocks_of(3)
    summaries: list[Any] = []
    result = simulate(small(), "numpy", lambda moment: summaries.append(moment.summary()))
    last = spread(result.metrics["loss"])
    assert len({summary.reached for summary in summaries}) > 3
    for summary in summaries:
        shown = np.isfinite(summary.ribbons["loss"])
        assert shown[: summary.reached].all()
        np.testing.assert_array_equal(summary.ribbons["loss"][shown], last[shown])


@pytest.mark.usefixtures("one_worker")
def test_smaller_blocks_stay_small(monkeypatch: pytest.MonkeyPatch, room_for: Callable[[int], None]) -> None:
    """In later waves nothing is asked for that the device had no memory for."""
    stepper = Greedy(3)
    monkeypatch.setattr(rungs, "choose", lambda *_: Chosen(stepper, 16))
    room_for(30_000)
    waves: list[int] = []
    simulate(small(task=LINEAR), "numpy", lambda moment: waves.append(moment.waves))
    assert max(waves) == 2
    assert [size for size in stepper.asked if size > 3] in ([6, 12, 6], [12, 6, 6])  # the second wave has 4


@pytest.mark.usefixtures("one_worker")
def test_runs_of_a_wave_grow_together(
    monkeypatch: pytest.MonkeyPatch, blocks_of: Callable[[int], None]
) -> None:
    monkeypatch.setattr(simulation, "TURN", 0.0)
    monkeypatch.setitem(rungs.AT_ONCE, "numpy", 1.0)
    blocks_of(3)
    spans: list[int] = []
    breathe = simulation.Simulation.breathe

    def watched(self: Any, at_once: bool = False) -> None:
        updates = [block.update for block in self.blocks]
        spans.append(max(updates, default=0) - min(updates, default=0))
        breathe(self, at_once)

    monkeypatch.setattr(simulation.Simulation, "breathe", watched)
    simulate(small(), "numpy")
    assert max(spans) == 1


@pytest.mark.usefixtures("one_worker")
def test_cancelled_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("explorer.training.engine.breath.TOLD_EVERY", 0.0)
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    simulate(small(), "numpy", cancel=count)
    assert asked >= 12  # two blocks, each recorded six times after the start
    for last in range(0, 12, 2):
        left = iter([False] * last)
        with pytest.raises(Cancelled):
            simulate(small(), "numpy", cancel=lambda left=left: next(left, True))


def test_what_there_is_not() -> None:
    with pytest.raises(
        ValueError, match="device 'tpu' is not known; allowed are auto, cpu, cuda, mps, numpy"
    ):
        simulate(small(), "tpu")
    assert "epsilon" in refused(losses=(LossChoice("smoothed_bce", (("epsilon", (7.0,)),)),))


def refused(**changes: Any) -> str:
    """Return why an experiment that was made in Python is not trained, in one line."""
    with pytest.raises(SpecFailure) as caught:
        simulate(small(**changes), "numpy")
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"dtype": "float16"}, 'dtype: "float16" is no dtype'),
        ({"updates": -1}, "updates: -1 is outside; allowed: a whole number from 0 to 10,000,000"),
        ({"updates": 1.5}, "updates: 1.5 is no whole number"),
        ({"seeds": 0}, "seeds: 0 is outside"),
        ({"seed": -1}, "seed: -1 is outside"),
        ({"batch": -1}, "batch: -1 is outside"),
        ({"noise": 2.0}, "noise: 2.0 is outside; allowed: a number from 0 to 1"),
        ({"noise": float("nan")}, "noise: NaN is outside"),
        ({"losses": ()}, "losses: [] is no list of tables"),
        ({"optimizers": ()}, "optimizers: [] is no list of tables"),
        ({"optimizers": (OptimizerChoice("adam", ()),)}, "optimizers[0].rate: [] is empty"),
        ({"optimizers": (OptimizerChoice("adam", (-1.0,)),)}, "optimizers[0].rate: -1.0 is outside"),
        ({"optimizers": (OptimizerChoice("adam", (float("nan"),)),)}, "optimizers[0].rate: NaN is outside"),
        ({"recording": Recording(count=0)}, "recording.count: 0 is outside"),
        ({"recording": Recording(metrics=("los",))}, 'recording.metrics[0]: "los" is no metric'),
        ({"recording": Recording(updates=(30,))}, "recording.updates[0]: 30 is outside"),
        ({"schedule": Schedule("x")}, 'schedule.kind: "x" is no schedule'),
        ({"schedule": Schedule("constant", (), -3)}, "schedule.warm_up: -3 is outside"),
        ({"task": TaskChoice("x")}, 'task.kind: "x" is no task'),
        ({"losses": (LossChoice("nonesuch"),)}, 'losses[0].key: "nonesuch" is no loss'),
        ({"losses": (LossChoice("bce"), LossChoice("bce"))}, "losses[1]: bce is the same as in losses[0]"),
    ],
    ids=str,
)
def test_an_experiment_that_no_specification_describes_is_refused(changes: Any, said: str) -> None:
    assert said in refused(**changes)


def test_numbers_may_be_of_numpy() -> None:
    made = small(optimizers=(OptimizerChoice("adam", tuple(np.array([0.05, 0.2]))),), seeds=np.int64(4))
    assert same(simulate(made, "numpy"), simulate(small(), "numpy"))


def test_a_device_that_is_not_here() -> None:
    torch = pytest.importorskip("torch")
    if not torch.cuda.is_available():
        with pytest.raises(
            device.DeviceFailure, match="device 'cuda': torch finds no cuda device; there are"
        ):
            simulate(small(), "cuda")


def test_without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "find_spec", lambda _name: None)
    assert simulate(small()).device == "numpy"
    with pytest.raises(device.DeviceFailure, match="device 'cpu': torch is not installed; there are numpy"):
        simulate(small(), "cpu")


def test_records() -> None:
    assert record_updates(Recording(count=5, logarithmic=False), 100).tolist() == [0, 25, 50, 75, 100]
    assert record_updates(Recording(updates=(7,)), 9).tolist() == [0, 7, 9]
    dense = record_updates(Recording(count=30), 1000)
    assert len(dense) == 30
    gaps = np.diff(dense)
    assert (np.diff(gaps) >= -1).all()  # rounding apart, ever further
    assert record_updates(Recording(), 3).tolist() == [0, 1, 2, 3]
    assert record_updates(Recording(), 0).tolist() == [0]


def test_the_spread_of_what_is_left() -> None:
    values = np.random.default_rng(0).normal(size=(3, 20))
    shares = [0.0, 0.25, 0.5, 0.75, 1.0]
    np.testing.assert_allclose(spread(values), np.quantile(values, shares, axis=-1).T, rtol=1e-14)
    values[0, 4:] = np.nan
    values[1] = np.nan
    values[2, 5:] = np.inf
    np.testing.assert_allclose(spread(values)[0], np.quantile(values[0, :4], shares), rtol=1e-14)
    assert np.isnan(spread(values)[1]).all()
    assert spread(values)[2].tolist()[1:] == [np.inf] * 4


def test_a_cell_that_a_later_wave_refuses_is_gone_whole(
    tmp_path: Path, room_for: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its ribbons too, and what it had done is no part of how far the others are."""
    targets = np.eye(4)[[0, 1, 2, 3, 0, 1, 2, 3]]
    targets[6] = 1.0  # which a margin between labelled classes and others has no meaning for
    np.savez(tmp_path / "rows.npz", logits=np.random.default_rng(0).normal(size=(8, 4)), targets=targets)
    asked = small(
        task=TaskChoice("logits", (("file", (str(tmp_path / "rows.npz"),)),)),
        losses=(LossChoice("am_softmax"), LossChoice("zlpr")),
        optimizers=(OptimizerChoice("sgd"),),
        seeds=8,
    )
    room_for(300)
    monkeypatch.setattr(breath, "TOLD_EVERY", 0.0)
    monkeypatch.setattr(simulation, "TURN", 0.0)
    moments: list[tuple[int, int, int]] = []
    last: list[Any] = []

    def keep(moment: Moment) -> None:
        moments.append((moment.wave, moment.done, moment.total))
        last[:] = [moment.summary()]

    result = simulate(asked, "numpy", keep)
    assert moments[-1][0] > 1
    assert result.refused[0]
    assert np.isnan(last[0].ribbons["loss"][:, 0]).all()
    assert not np.isnan(last[0].ribbons["loss"][:, 1]).any()
    assert moments[-1][1:] == (8 * 20, 8 * 20)
    assert any(done < total for _, done, total in moments if total == 8 * 20)
