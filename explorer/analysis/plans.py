"""The plan of a descent: which optimizer, how fast, how far; kept among the look's options as text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING, Final

from explorer.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from explorer.optimizers import Optimizer
    from explorer.study.study import Look

USUAL: Final = "sgd"
RATES: Final = (1e-6, 1e3)
UPDATES: Final = (1, 10_000)
USUAL_UPDATES: Final = 200
DECAYS: Final = (0.0, 10.0)
SPEEDS: Final = (0.01, 100.0)


@dataclass(frozen=True, slots=True)
class Plan:
    """How the copies are trained.

    optimizer: a key of OPTIMIZERS; settings: all of its own, by name. rate, decay: learning rate and weight
    decay. updates: how many optimizer steps.
    """

    optimizer: str = USUAL
    rate: float = 0.1
    updates: int = USUAL_UPDATES
    decay: float = 0.0
    settings: tuple[tuple[str, float], ...] = ()

    @property
    def rule(self) -> Optimizer:
        """The record of the optimizer."""
        return OPTIMIZERS[self.optimizer]


def plan_of(look: Look) -> Plan:
    """Return the plan that a look holds as options "descend.optimizer", ".rate", ".updates", ".decay", ...

    What is not there, not known or not allowed is the usual: the optimizer's own rate and settings, 200
    updates, no decay.
    """
    return _plan(look.options)


@lru_cache(maxsize=32)
def _plan(options: tuple[tuple[str, str], ...]) -> Plan:
    texts = dict(options)
    key = texts.get("descend.optimizer", USUAL)
    rule = OPTIMIZERS[key] if key in OPTIMIZERS else OPTIMIZERS[USUAL]
    settings = {}
    for parameter in rule.parameters:
        usual, text = parameter.default, texts.get(f"descend.{parameter.name}")
        kept = _number(text, usual, (parameter.low, parameter.high))
        settings[parameter.name] = float(round(kept)) if parameter.kind == "integer" else kept
    return Plan(
        optimizer=rule.key,
        rate=_number(texts.get("descend.rate"), rule.rate, RATES),
        updates=round(_number(texts.get("descend.updates"), USUAL_UPDATES, UPDATES)),
        decay=_number(texts.get("descend.decay"), 0.0, DECAYS),
        settings=tuple(sorted(settings.items())),
    )


def speed_of(look: Look) -> float:
    """Return how fast a descent plays, the option "descend.speed": 1 is the usual speed."""
    return _number(look.option("descend.speed"), 1.0, SPEEDS)


def _number(text: str | None, usual: float, allowed: tuple[float, float]) -> float:
    """Read a number, kept within what is allowed; the usual one where the text is none."""
    try:
        number = float(text or "")
    except ValueError:
        return float(usual)
    return min(max(number, allowed[0]), allowed[1]) if isfinite(number) else float(usual)
