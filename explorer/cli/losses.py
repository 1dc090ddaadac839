"""`losses`: the catalogue, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.catalogue import FAMILIES
from explorer.cli.messages import say
from explorer.cli.text import aligned, plain, write_json
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from argparse import Namespace

    from explorer.catalogue import Loss, Parameter

HEADER = ("key", "title", "labels", "parameters: default (lowest to highest)")


def run(arguments: Namespace) -> int:
    """Print key, title, labels and parameters of every loss; say which from outside were left out."""
    if arguments.json:
        write_json({"losses": [_entry(loss) for loss in LOSSES.values()]})
    else:
        print(aligned([HEADER, *map(_row, LOSSES.values())], left=len(HEADER)), end="")
    for failure in LOSSES.failures:
        say(failure)
    return 0


def _row(loss: Loss) -> tuple[str, str, str, str]:
    return loss.key, loss.title, loss.labels.words, ", ".join(map(_bounds, loss.parameters)) or "none"


def _bounds(parameter: Parameter) -> str:
    if parameter.kind == "other_logits":
        return f"{parameter.name} (by --other)"
    if parameter.names:
        chosen = parameter.names[int(parameter.default)]
        return f"{parameter.name}={chosen} ({', '.join(parameter.names)})"
    kind = ", one or one per class" if parameter.kind == "per_class" else ""
    return f"{parameter.name}={parameter.default:g} ({parameter.low:g} to {parameter.high:g}{kind})"


def _entry(loss: Loss) -> dict[str, object]:
    return {
        "key": loss.key,
        "title": loss.title,
        "labels": loss.labels.value,
        "inputs": list(loss.inputs),
        "parameters": [_parameter(parameter) for parameter in loss.parameters],
        "formula": loss.formula,
        "gradient_formula": loss.gradient_formula,
        "gradient_of": loss.gradient_of,
        "decision": loss.decision,
        "readings": [
            {"name": reading.name, "holds": reading.holds, "fails": reading.fails}
            for reading in loss.readings
        ],
        "invariances": [invariance.value for invariance in loss.invariances],
        "instead": loss.instead,
        "family": FAMILIES.get(loss.family, loss.family),
        "reference": loss.reference,
    }


def _parameter(parameter: Parameter) -> dict[str, object]:
    return {
        "name": parameter.name,
        "kind": parameter.kind,
        "default": plain(parameter.default),
        "low": plain(parameter.low),
        "high": plain(parameter.high),
        "names": list(parameter.names),
        "learned": parameter.learned,
        "meaning": parameter.meaning,
    }
