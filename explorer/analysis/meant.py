"""What quantities are computed from: the state, the sample that is meant, and the losses on it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis import readings
from explorer.analysis.evaluation import misfit
from explorer.analysis.narrow import FORMATS
from explorer.losses import LOSSES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from explorer.study.state import State
    from explorer.study.table import Sample

    Numbers = NDArray[np.float64]
    Settings = dict[str, Any]

CASTS: Final[Mapping[str, Callable[[Any], NDArray[Any]]]] = MappingProxyType(
    {"float64": lambda values: np.asarray(values, dtype=np.float64)}
    | {each.name: each.cast for each in FORMATS}
)
READINGS: Final[Mapping[str, Callable[[Numbers], Numbers]]] = MappingProxyType(
    {
        "sigma": readings.sigma,
        "sigma2": readings.sigma_of_double,
        "softmax": readings.softmax,
        "logit": lambda logits: logits,
    }
)


class Gone(Exception):  # noqa: N818 - no fault: the number has no meaning in what is open now
    """The class, the sample or the loss that a number is about is not there."""


class Meant:
    """What a quantity is computed from: the state, and the sample that is meant."""

    def __init__(self, state: State, row: Any) -> None:
        self.state = state
        table = state.study.table
        if row is not None and not row < len(table):
            raise Gone
        self.sample: Sample = state.sample if row is None else table.sample(row)

    @property
    def logits(self) -> Numbers:
        """The logits of the sample, shape (classes,)."""
        return self.sample.logits

    @property
    def targets(self) -> Numbers:
        """The targets of the sample, shape (classes,)."""
        return self.sample.targets

    def place(self, name: str) -> int:
        """Return the place of a class; Gone where there is none of this name."""
        if name not in self.sample.classes:
            raise Gone
        return self.sample.classes.index(name)

    def settings(self, loss: str, given: Mapping[str, Any] | None) -> Settings:
        """Return the settings of the first shown loss of this key that agrees with what is given."""
        wanted = LOSSES[loss].settings(**given) if given else {}
        wanted = {name: wanted[name] for name in given or ()}
        for shown in self.state.study.shown:
            if shown.key != loss:
                continue
            if misfit(LOSSES[loss], shown, len(self.logits)) is not None:
                raise Gone
            found = LOSSES[loss].settings(**dict(shown.settings))
            if all(found[name] == wanted[name] for name in wanted):
                return found
        return LOSSES[loss].settings(**wanted)

    @property
    def pinned(self) -> Numbers:
        """The pinned logits of the same sample."""
        pin = self.state.study.pin
        if pin is None or pin.sample != self.sample.index or len(pin.logits) != len(self.logits):
            raise Gone
        return pin.logits

    def of_loss(self, loss: str, what: str, dtype: str, settings: Mapping[str, Any] | None) -> NDArray[Any]:
        """Return the "value" or the "gradient" of a loss for the sample, computed in a dtype of `CASTS`."""
        record, cast = LOSSES[loss], CASTS[dtype]
        found, second = self.settings(loss, settings), self.targets
        if record.inputs[1] == "other logits":
            second = self.pinned
        elif record.other_parameter is not None:
            found = {**found, record.other_parameter: cast(self.pinned)}
        function = record.value if what == "value" else record.gradient
        return np.asarray(function(cast(self.logits), cast(second), **found))
