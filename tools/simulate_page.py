"""The page docs/simulate.md: how an experiment is written down, and every key that it may have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from explorer.optimizers import LETTERS, OPTIMIZERS
from explorer.training import shipped
from explorer.training.metrics import METRICS
from explorer.training.schedules import LETTERS as SCHEDULE_LETTERS
from explorer.training.schedules import SCHEDULES, WARM_UP
from explorer.training.spec import reading
from explorer.training.spec.settings import allowed
from explorer.training.tasks import TASKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explorer.catalogue import Parameter
    from explorer.training.tasks import TaskParameter

EXAMPLE: Final = """\
title = "n choose k"
about = "A linear model learns 1 to 5 labels of n classes. Which loss predicts them?"
updates = 100               # optimizer steps
seeds = 3                   # runs in each place of the grid

[task]
kind = "linear"
classes = [10, 100]         # a list is an axis of the grid
labels = "1 to 5"
rows = 500

[[losses]]
key = "zlpr"

[[losses]]
key = "smoothed_zlpr"
epsilon = [0.05, 0.1]

[[optimizers]]
key = "adam"
rate = [0.01, 0.05]

[[expect]]
metric = "micro_f1"
where = { loss = "zlpr", classes = 10, rate = 0.05 }
above = 0.5

[small]                     # what --small changes
updates = 20
"""

INTRO: Final = """\
An experiment is a text file. It says what is trained, with which losses and optimizers, from how many
seeds, and what should come of it:

```toml
{example}```

    loss-explorer simulate                                      # lists the experiments that are shipped
    loss-explorer simulate n-choose-k --small -o out.npz        # one of them, its small version
    loss-explorer simulate own.toml --device cpu -o out.npz     # one of yours
    loss-explorer simulate own.toml --resume -o out.npz         # goes on after Ctrl+C, or after it was killed
    loss-explorer simulate own.toml --force -o out.npz          # anew, in place of what is there

Before it begins it says how large the experiment is and about how long it takes. On a terminal a bar shows
how far it is. At the end the table on stdout has the medians over the seeds, cell by cell, and a verdict
for each expectation; `--json` prints every metric of every cell at full precision. The exit status is 0, 1
where an expectation fails, 2 for bad use, 130 after Ctrl+C. The window reads and writes the same files. What
came out of those that are shipped stands in [claims.md](claims.md), how they are trained in
[training.md](training.md).

Every place of the grid, a **cell**, is trained from `seeds` seeds; run j of every cell starts from seed +
j, so that all cells share starts and data. A list of numbers is an axis; a setting with one number for each
class is a list in a list. What is not understood is refused with its key: `own.toml: optimizers[0].rate:
"fast" is no number; allowed: a number above 0, or a list of them`."""

WHOLE: Final = (
    ("title", "text", "the name of the file", "what it is called"),
    ("about", "text", "", "what it shows, in a sentence or two"),
    ("source", "text", "", "where the claim is from"),
    ("zh", "table with title and about", "", "both in Chinese, for a window that speaks it"),
    ("dtype", "float32 or float64", "float32", "what is computed in"),
)
MEANINGS: Final = {
    "updates": ("400", "optimizer steps of each run; 0 shows the start"),
    "seeds": ("20", "runs of each cell"),
    "seed": ("0", "the first seed"),
    "batch": ("0", "rows of a mini-batch; 0 is all rows"),
    "noise": ("0", "share of labels that is flipped anew at each update"),
}
RECORDING: Final = (
    ("updates", "list of whole numbers", "which updates are recorded; the first and the last always are"),
    ("count", "whole number from 2", "how many are recorded where none are named; 60"),
    ("logarithmic", "true or false", "whether these lie densely at first; true"),
    ("metrics", "list of metrics", "which; all that say something of the task"),
    ("raw", "true or false", "also the logits of every run; false"),
)
EXPECT: Final = (
    ("metric", "which metric"),
    ("where", "coordinates of the cells that are judged, all of which have to hold; left out: every cell"),
    ("minus", "coordinates of the cell that is taken off, which agrees in all else"),
    ("update", "a recorded update; left out: the last"),
    ("value, tolerance", "the median over the seeds lies within the tolerance of the value"),
    ("above, below", "or it lies on this side"),
    ("source", "where the number is from"),
)
RESULT: Final = """\
## The result

`OUT.npz` needs NumPy alone. While the experiment runs, a checkpoint lies beside it.

```python
import json, numpy
data = numpy.load("out.npz")
header = json.loads(str(data["header"]))   # experiment as TOML, versions, device, rung, dtype, seed, date
data["updates"]                            # (records,)
data["micro_f1"]                           # (records, cells, seeds); NaN from where a run has diverged
data["ribbons/micro_f1"]                   # (records, cells, 5): lowest, quarter, median, 3/4, highest
data["diverged"]                           # (cells, seeds): the update, -1 where it has not
data["refused"]                            # (cells,): why a loss has no meaning for the task, "" where it has
data["cells/loss"], data["cells/rate"]     # (cells,): what each cell is
data["raw"]                                # with --raw: logits (records, cells, seeds, rows, n)
```

`--netcdf OUT.nc` also writes it as netCDF, with the extra `data` of the package (xarray, h5netcdf, h5py)."""


def page(made: str) -> str:
    """Return the page as Markdown; `made` is the remark that it is made."""
    parts = [made, "# Experiments", INTRO.format(example=EXAMPLE)]
    parts += ["## Shipped", _table(("key", "what it asks"), _shipped())]
    parts += ["## The whole", _table(("key", "allowed", "left out", "meaning"), _whole())]
    parts += ["## `[task]`", "`kind` says which. Files are looked for beside the specification."]
    for task in TASKS.own.values():
        rows = map(_task_row, task.parameters)
        parts += [f"### {task.key}", task.about, _table(("key", "left out", "allowed", "meaning"), rows)]
    parts += ["## `[[losses]]`", "`key`, and settings by their names: see [losses.md](losses.md)."]
    parts += ["## `[[optimizers]]`", OPTIMIZER_WORDS]
    parts.append(_table(("key", "usual rate", "settings: left out (allowed)"), _optimizers()))
    parts.append(LETTERS)
    for each in OPTIMIZERS.own.values():
        parts += [f"**{each.title}** ({each.reference})", f"```math\n{each.formula}\n```"]
    parts += ["## `[schedule]`", f"`kind`, and `{WARM_UP.name}`: {_small(WARM_UP.meaning)}"]
    schedules = ((f"`{key}`", each.meaning, _settings(each.parameters)) for key, each in SCHEDULES.items())
    parts.append(_table(("kind", "meaning", "settings: left out (allowed)"), schedules))
    parts.append(SCHEDULE_LETTERS)
    parts += [f"**{each.title}**\n\n```math\n{each.formula}\n```" for each in SCHEDULES.values()]
    parts += ["## `[recording]`", _table(("key", "allowed", "meaning"), _coded(RECORDING))]
    metrics = ((f"`{key}`", metric.words) for key, metric in METRICS.own.items())
    parts += ["### Metrics", METRIC_WORDS, _table(("key", "meaning"), metrics)]
    parts += ["## `[[expect]]`", EXPECT_WORDS, _table(("key", "meaning"), _coded(EXPECT))]
    parts += ["## `[small]`", SMALL_WORDS, RESULT]
    return "\n\n".join(parts) + "\n"


OPTIMIZER_WORDS: Final = (
    "`key`, `rate` (the learning rate, a number above 0 or a list), `decay` (weight decay, from 0), more. "
    "All are as torch.optim defines them. Left out: Adam at 0.05."
)
METRIC_WORDS: Final = "Taken on the rows held out where the task has some, else on those trained on."
EXPECT_WORDS: Final = (
    "What should be seen, judged at the end. Coordinates are the settings of a cell: `loss`, `optimizer`, "
    "`rate`, `decay`, a task's by their names, others as `smoothed_zlpr.epsilon`."
)
SMALL_WORDS: Final = (
    "What a quick version does otherwise: any of the keys above. Tables such as `[small.task]` change key by "
    "key, lists such as `[[small.losses]]` and `[[small.expect]]` replace the whole list."
)


def _shipped() -> Iterator[tuple[str, str]]:
    return ((f"`{key}`", shipped.shipped(key).title) for key in shipped.paths())


def _whole() -> Iterator[tuple[str, ...]]:
    yield from ((f"`{key}`", kind, default, meaning) for key, kind, default, meaning in WHOLE)
    for key, (default, meaning) in MEANINGS.items():
        yield f"`{key}`", reading.NUMBERS[key].words, default, meaning


def _task_row(parameter: TaskParameter) -> tuple[str, ...]:
    default = parameter.text(parameter.default) or "none"
    return f"`{parameter.name}`", default, parameter.allowed, parameter.meaning


def _settings(parameters: tuple[Parameter, ...]) -> str:
    found = (f"`{each.name}`: {_default(each)} ({_one(each)})" for each in parameters)
    return "; ".join(found) or "none"


def _default(parameter: Parameter) -> str:
    return parameter.names[int(parameter.default)] if parameter.names else f"{parameter.default:g}"


def _one(parameter: Parameter) -> str:
    return allowed(parameter).removesuffix("; or a list of them")


def _coded(rows: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
    for names, *rest in rows:
        yield ", ".join(f"`{name}`" for name in names.split(", ")), *rest


def _optimizers() -> Iterator[tuple[str, ...]]:
    for each in OPTIMIZERS.own.values():
        yield f"`{each.key}`", f"{each.rate:g}", _settings(each.parameters)


def _small(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
