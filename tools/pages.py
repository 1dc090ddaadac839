"""Write the pages that follow from tables of the program: docs/losses.md, doctor.md, simulate.md.

python -m tools.pages           writes them
python -m tools.pages --check   says which are not what the program says; exit 1 if any
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.analysis.doctor import RULES, Severity
from explorer.catalogue import by_family
from explorer.catalogue.smoothing import CONVENTIONS
from explorer.losses import LOSSES
from explorer.study.lessons import LESSONS
from tools import simulate_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from explorer.analysis.doctor import Rule
    from explorer.catalogue import Loss, Parameter

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs"
MADE: Final = "<!-- Made by `python -m tools.pages`; change the program, then make it again. -->"

LOSSES_INTRO: Final = """\
All losses of the program, by family. Each is one file in `explorer/losses/`, whose first lines are the first
lines here. `loss-explorer losses --json` prints the same for programs.

Logits are s, targets t, σ is the sigmoid, n the number of classes. A value is summed over classes and is in
nat. A **reading** takes a logit for a probability; beside it stands when that is right and when it is not. A
loss that **refuses** targets gives NaN and says why; one that **marks** them computes them all the same and
says so."""

SMOOTHING_INTRO: Final = """\
## Smoothing

One ε means four things. Every loss that smooths has the parameter `convention`, and *Edit, Smooth the
targets…* does the same to the targets themselves."""

TRAPS_INTRO: Final = """\
## Traps in short

Each is a lesson with its numbers: Help, or `loss-explorer open --lesson KEY`, or, as text, `loss-explorer
lessons KEY`."""

# What each lesson of the chapter of traps is about, in a line.
TRAPS: Final = {
    "soft-labels-hard-zlpr": "common ZLPR code gives 0 and gradient 0 on soft targets, without an error",
    "one-sample-many-losses": "a value means nothing without the loss, its settings and its reduction",
    "soft-zlpr-reading": "at the optimum of soft ZLPR σ(2s) is the target; σ(s) is too near 1/2",
    "gradient-budget": "summed over many classes, the unlabelled ones own nearly all of BCE's gradient",
    "value-and-n": "BCE as a sum grows with n, as a mean it does not, ZLPR grows with log n",
    "targets-outside": "BCE computes targets of −1 and −100 and may fall for ever",
    "multi-hot-cross-entropy": "several labels share one softmax; one framework's gradient has another sign",
    "clamped-logs": "BCE of probabilities with its logarithm cut off has no gradient where it is most wrong",
    "double-activation": "a sigmoid before a loss of logits keeps it far above its lowest value",
    "sparse-zlpr": "all less the labelled is a subtraction that float32 does not survive",
    "smoothing-conventions": "an ε is of no use without its convention",
    "saturation": "once σ(s) rounds to 1, a loss that goes through it has no gradient",
    "peel": "what BCE has beyond ZLPR grows with every class that is added",
    "sharpening": "confidence is a matter of the scale of the logits",
}

DOCTOR_INTRO: Final = """\
The doctor looks at logits, targets, losses and their settings, and says what is wrong, why it matters and
what to do. Clean data under losses that fit it has no errors and no warnings. Nothing is changed unless you
press a fix, and a fix is one step that can be undone.

- **In the window** it stands under the losses and speaks of the sample that is shown; classes that a finding
  is about carry its sign. D goes to it, F and Shift+F to the next and the previous sample with a finding.
- **All samples** (Ctrl+L) lists the findings with their counts at the left; a click lists the samples of one
  rule. The last column says the worst finding of each sample. *Export findings…* writes them all as CSV or
  JSON.
- **On the command line** `loss-explorer check FILE` prints the findings by rule; the exit status is 1 where
  one of them is an error. `--json` is for programs, `--loss` and `--set` name the losses to be judged.

An **error** means that a number is meaningless or silently wrong, a **warning** that it is very likely a
mistake, a **note** that it is good to know. A rule is about a sample, about the table as a whole, or about
the study: losses and their settings alone. The id does not change. Every rule leads to a lesson, which shows
it at work."""


def losses_page() -> str:
    """Return the catalogue as Markdown."""
    parts = [MADE, "# Losses", LOSSES_INTRO, _overview()]
    for family, members in by_family(LOSSES.own.values()).items():
        parts += [f"## {family}", *(_loss(loss) for loss in members)]
    rows = ((f"`{each.name}`", each.title, *each.note.split("; ", 1)) for each in CONVENTIONS)
    parts += [SMOOTHING_INTRO, _table(("name", "on screen", "targets become", "used by"), rows)]
    traps = (f"- **{_title(key)}** (`{key}`): {words}." for key, words in TRAPS.items())
    return "\n\n".join([*parts, TRAPS_INTRO, "\n".join(traps)]) + "\n"


def _overview() -> str:
    rows = (
        (f"[`{loss.key}`](#{loss.key})", loss.title, loss.labels.words, loss.decision)
        for loss in LOSSES.own.values()
    )
    return _table(("key", "title", "made for", "decision"), rows)


def _loss(loss: Loss) -> str:
    """Describe one loss: its idea, formulas, facts and parameters."""
    idea = (import_module(f"explorer.losses.{loss.key}").__doc__ or "").strip()
    facts = "\n".join(f"- {line}" for line in _facts(loss))
    parts = [f"### {loss.key}", idea, _math(loss.formula), "Gradient:", _math(loss.gradient_formula), facts]
    if loss.parameters:
        head = ("parameter", "symbol", "default", "allowed", "meaning")
        parts.append(_table(head, map(_parameter, loss.parameters)))
    return "\n\n".join(parts)


def _math(latex: str) -> str:
    return f"```math\n{latex}\n```"


def _facts(loss: Loss) -> Iterator[str]:
    if loss.inputs[0] != "logits":
        yield f"takes **{loss.inputs[0]}**, not logits"
    yield f"targets: {_domain(loss)}"
    yield f"decision: {loss.decision}"
    for reading in loss.readings:
        right = f" Right: {reading.holds}" if reading.holds else ""
        wrong = f" Not: {reading.fails}" if reading.fails else ""
        yield f"reading {reading.name}.{right}{wrong}"
    if not loss.readings:
        yield "reading: none; only the order of the logits means something"
    if loss.gradient_of != "value":
        yield f"its gradient is {loss.gradient_of}"
    if loss.invariances:
        yield f"does not change with: {'; '.join(each.value for each in loss.invariances)}"
    yield f"source: {loss.reference}"


def _domain(loss: Loss) -> str:
    """Say which targets are taken, and what becomes of others."""
    if loss.inputs[1] != "targets":
        return "none; it compares with other logits"
    said = f"{loss.labels.words}; others are {'refused' if loss.strict else 'marked'}"
    if loss.instead:
        said += f", for them there is `{loss.instead}`"
    if loss.needs is None:
        return said
    return f"{said}; needs {loss.needs.words(**{each.name: each.default for each in loss.parameters})}"


def _parameter(parameter: Parameter) -> tuple[str, ...]:
    meaning = parameter.meaning
    name = f"`{parameter.name}`, learned" if parameter.learned else f"`{parameter.name}`"
    if parameter.kind == "other_logits":
        return name, parameter.symbol, "none", "logits: the pinned ones, or `--other FILE`", meaning
    if parameter.names:
        chosen = parameter.names[int(parameter.default)]
        return name, parameter.symbol, chosen, ", ".join(parameter.names), meaning
    allowed = f"{parameter.low:g} to {parameter.high:g}"
    if parameter.kind == "per_class":
        allowed += ", one or one per class"
    return name, parameter.symbol, f"{parameter.default:g}", allowed, meaning


def doctor_page() -> str:
    """Return all rules as Markdown."""
    parts = [MADE, "# Doctor", DOCTOR_INTRO]
    rows = (
        (f"[`{rule.id}`](#{rule.id})", rule.severity.value, rule.title, rule.scope) for rule in RULES.values()
    )
    parts.append(_table(("id", "severity", "what", "about"), rows))
    for severity in Severity:
        parts += [f"## {severity.value.capitalize()}s", *map(_rule, _of(severity))]
    return "\n\n".join(parts) + "\n"


def _of(severity: Severity) -> Iterator[Rule]:
    return (rule for rule in RULES.values() if rule.severity is severity)


def _rule(rule: Rule) -> str:
    lines = [
        f"- why: {rule.why}",
        f"- what to do: {rule.advice}",
        f"- lesson: {_title(rule.lesson)} (`{rule.lesson}`)",
    ]
    return f"### {rule.id}\n\n{rule.title}.\n\n" + "\n".join(lines)


def _title(lesson: str) -> str:
    return LESSONS[lesson].title("en")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def simulate() -> str:
    """Return how an experiment is written down as Markdown."""
    return simulate_page.page(MADE)


PAGES: Final = {"losses.md": losses_page, "doctor.md": doctor_page, "simulate.md": simulate}


def stale() -> list[str]:
    """Return the names of pages that are missing or out of date."""
    return [name for name, made in PAGES.items() if _written(name) != made()]


def _written(name: str) -> str:
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def main() -> int:
    if "--check" in sys.argv[1:]:
        names = stale()
        print(*names, sep="\n", file=sys.stderr)
        return 1 if names else 0
    for name, made in PAGES.items():
        (FOLDER / name).write_text(made(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
