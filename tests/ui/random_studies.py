"""Studies that a random hand opens: small and large, hard and soft, with numbers that are none."""

from dataclasses import replace

import numpy as np

from explorer.study import examples
from explorer.study.opening import default_study
from explorer.study.storage import Opened
from explorer.study.study import Look
from explorer.study.table import Table

STRANGE = (np.nan, np.inf, -np.inf, 1e308, -1e308, 5e-324, -0.0)


def drawn(classes, samples=4, soft=False, strange=False, seed=0):
    """Open a study of random numbers."""
    random = np.random.default_rng(seed)
    logits = random.normal(-1.0, 2.0, (samples, classes))
    targets = (random.random((samples, classes)) < max(0.2, 2 / classes)).astype(float)
    if soft:
        targets = np.round(random.random((samples, classes)), 3)
    if strange:
        hit = random.random(logits.shape) < 0.3
        logits = np.where(hit, random.choice(STRANGE, logits.shape), logits)
    title = f"{samples} x {classes}{' soft' * soft}{' strange' * strange}"
    return Opened(default_study(Table.of(logits, targets), title), Look())


def _long_names():
    names = [
        "",
        "猫の名前" * 12,
        "a\tb",
        "“quoted”, with commas; dots…",
        "x" * 300,
        "&mnemonic",
        "<b>html</b>",
    ]
    opened = drawn(len(names), soft=True)
    table = opened.study.table
    for index, name in enumerate(names):
        if name:
            table = table.with_class_renamed(index, name)
    return replace(opened, study=opened.study.with_table(table))


def _lossless():
    opened = drawn(6)
    return replace(opened, study=replace(opened.study, shown=()))


def studies(classes=(5, 50, 1000)):
    """Return by name the functions that make what can be opened. `classes`: counts beside the usual ones."""
    made = {f"example {key}": example.open for key, example in examples.EXAMPLES.items()}
    if 1000 not in classes:
        made.pop("example a-thousand-classes")
    for count in (1, 2, 3, 13, 60, 61, *classes):
        made[f"{count} classes"] = lambda count=count: drawn(count, seed=count)
    for count in (1, 5, 14):
        made[f"{count} soft"] = lambda count=count: drawn(count, soft=True, seed=count)
        made[f"{count} strange"] = lambda count=count: drawn(count, strange=True, seed=count)
    made["61 strange"] = lambda: drawn(61, strange=True, soft=True)
    made["many samples"] = lambda: drawn(4, samples=3000)
    made["long names"] = _long_names
    made["no losses"] = _lossless
    return made
