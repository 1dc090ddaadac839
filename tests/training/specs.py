"""Experiments that Hypothesis makes up, each with a specification."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from explorer.losses import LOSSES
from explorer.optimizers import OPTIMIZERS
from explorer.training.experiment import (
    DTYPES,
    Expectation,
    Experiment,
    LossChoice,
    OptimizerChoice,
    Recording,
    Schedule,
    TaskChoice,
)
from explorer.training.metrics import METRICS

SETTLED = ("linear", (("classes", (10, 100)), ("labels", ("1 to 5",)), ("rows", (50,))))
ALWAYS_RECORDED = ("loss", "micro_f1")
positive = st.floats(1e-12, 1e12)
told = st.lists(st.sampled_from(("title", "about")), unique=True)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=250)


def several(values: Any) -> Any:
    return st.lists(values, min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def losses(draw: Any) -> tuple[LossChoice, ...]:
    keys = draw(st.lists(st.sampled_from(list(LOSSES.own)), min_size=1, max_size=3, unique=True))
    return tuple(LossChoice(key, draw(settings(LOSSES[key].parameters))) for key in keys)


@st.composite
def optimizers(draw: Any) -> tuple[OptimizerChoice, ...]:
    keys = draw(st.lists(st.sampled_from(list(OPTIMIZERS.own)), min_size=1, max_size=2, unique=True))
    return tuple(
        OptimizerChoice(
            key,
            draw(several(positive)),
            draw(several(st.floats(0.0, 1e6))),
            draw(settings(OPTIMIZERS[key].parameters)),
        )
        for key in keys
    )


@st.composite
def settings(draw: Any, parameters: Any) -> Any:
    chosen = [each for each in parameters if each.kind != "other_logits" and draw(st.booleans())]
    return tuple(sorted((each.name, draw(several(_values(each)))) for each in chosen))


def _values(parameter: Any) -> Any:
    if parameter.names:
        return st.sampled_from(parameter.names)
    if parameter.kind == "integer":
        return st.integers(int(parameter.low), int(min(parameter.high, 10**6)))
    numbers = st.floats(max(parameter.low, -1e9), min(parameter.high, 1e9))
    if parameter.kind == "per_class":
        return numbers | st.lists(numbers, min_size=1, max_size=4).map(tuple)
    return numbers


schedules = st.one_of(
    st.builds(Schedule, warm_up=st.integers(0, 9)),
    st.builds(Schedule, st.just("step"), st.just((("every", 3.0), ("gamma", 0.5))), st.integers(0, 9)),
    st.builds(Schedule, st.just("cosine"), st.floats(0, 1).map(lambda floor: (("floor", floor),))),
)
recordings = st.one_of(
    st.builds(Recording, count=st.integers(2, 500), logarithmic=st.booleans(), raw=st.booleans()),
    st.builds(
        Recording,
        st.lists(st.integers(0, 10), min_size=1, unique=True).map(lambda found: tuple(sorted(found))),
        metrics=st.lists(st.sampled_from(list(METRICS)), unique=True).map(tuple),
    ),
)
smalls = st.sampled_from(
    [
        {},
        {"updates": 3, "seeds": 1, "expect": ()},
        {"task": MappingProxyType({"classes": (5, 7)}), "title": "small", "expect": ()},
        {"losses": (MappingProxyType({"key": "bce"}),), "recording": MappingProxyType({})},
    ]
).map(MappingProxyType)


@st.composite
def experiments(draw: Any) -> Experiment:
    """Return an experiment that a specification can describe."""
    recording = draw(recordings)
    updates = draw(st.integers(10, 500))
    metrics = recording.metrics or ALWAYS_RECORDED
    expected = st.builds(
        Expectation,
        st.sampled_from(metrics),
        st.sampled_from([(), (("classes", 10),)]),
        st.sampled_from((0, updates)),
        st.floats(-1e9, 1e9),
        st.just(0.0),
        st.sampled_from(("above", "below", "within")),
        source=texts,
    )
    return Experiment(
        title=draw(texts),
        task=TaskChoice(*SETTLED),
        losses=draw(losses()),
        optimizers=draw(optimizers()),
        schedule=draw(schedules),
        updates=updates,
        seeds=draw(st.integers(1, 10**8)),
        seed=draw(st.integers(0, 10**15)),
        batch=draw(st.integers(0, 99)),
        noise=draw(st.floats(0, 1)),
        dtype=draw(st.sampled_from(DTYPES)),
        recording=recording,
        about=draw(texts),
        source=draw(texts),
        words=tuple(("zh", key, draw(texts)) for key in draw(told)),
        expected=tuple(draw(st.lists(expected, max_size=2))),
        small=draw(smalls) if not recording.updates else MappingProxyType({}),
    )
