"""The record of a loss: two pure functions, and everything that is to be known about them."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy

from explorer.catalogue.accumulators import Accumulators, Sweep, along_by_points
from explorer.catalogue.arrays import as_array_like, as_logits, as_numpy, as_same_shape, as_zero_dimensional
from explorer.catalogue.labels import outside
from explorer.catalogue.parameters import Parameter, Setting, checked_settings
from explorer.wording import noted, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from explorer.catalogue.labels import Labels, Need
    from explorer.catalogue.subsets import Subsets
    from explorer.numeric import Array

NAN = float("nan")
NOTHING: Final[Any] = MappingProxyType({})


class Invariance(Enum):
    """What may be done to the arguments, at default settings, without changing the value."""

    SHIFT = noted("the same number added to every logit")
    FLIP = noted("every logit negated and every target t replaced by 1 - t")
    SCALE = noted("every logit multiplied by the same positive number")
    ORDER = noted("classes reordered")


@dataclass(frozen=True, slots=True)
class Reading:
    """A logit read as a probability: `function(xp, logits, **settings)`, (..., n) -> (..., n).

    `holds` says in one sentence when the reading is the probability, `fails` when it is not ("" where it
    always is).
    """

    name: str
    function: Callable[..., Array]
    holds: str = ""
    fails: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Loss:
    """One loss of the catalogue.

    The functions are pure and take the namespace first; logits are (..., n), classes on the last axis:

    - `value_function(xp, logits, targets, **settings)` -> (...), summed over classes;
    - `gradient_function(xp, logits, targets, **settings)` -> (..., n), d value / d logits in closed form;
    - `lowest_function(xp, targets, **settings)` -> (...), the infimum over logits, where it is known;
    - `decide_function(xp, logits, **settings)` -> bool (..., n), the predicted labels, by `decision`; of a
      loss that is `counted` it also takes `count`, integers (...): how many labels the sample has;
    - `both_function(xp, logits, targets, **settings)` -> value and gradient at once, where that saves work;
    - `learned_functions[name](xp, logits, targets, **settings)` -> (...), d value / d that `learned`
      parameter;
    - `kinks(targets, **settings)` -> logits at which the gradient jumps, where there are any.

    `strict` says that targets outside `labels` have no meaning (the value is NaN); otherwise they are
    computed and `cautions` marks them; `instead` is the key of the loss that takes them. `gradient_of` is
    "value", or a sentence where the gradient is deliberately another one. `inputs` says what the two
    arguments are. `elementwise` says that the value is a sum of one term a class, each from its own logit
    and target alone. `family` and `member` decide hue, marker and line, `order` the place in the catalogue.
    `script` is the value as short Python for `analysis.scripts`: a function named by the key, of s, of t or u
    (the other logits), and of the settings with their defaults, in the words of its prelude; "" without.
    Formulas are LaTeX.
    """

    key: str
    title: str
    order: int
    family: str
    member: int
    labels: Labels
    value_function: Callable[..., Array]
    gradient_function: Callable[..., Array]
    decide_function: Callable[..., Array]
    decision: str
    formula: str
    gradient_formula: str
    reference: str
    parameters: tuple[Parameter, ...] = ()
    readings: tuple[Reading, ...] = ()
    strict: bool = False
    instead: str | None = None
    needs: Need | None = None
    inputs: tuple[Literal["logits", "predictions", "cosines"], Literal["targets", "other logits"]] = (
        "logits",
        "targets",
    )
    gradient_of: str = "value"
    kinks: Callable[..., Any] | None = None
    invariances: tuple[Invariance, ...] = ()
    lowest_function: Callable[..., Array] | None = None
    accumulators: Accumulators | Subsets | None = None
    both_function: Callable[..., tuple[Array, Array]] | None = None
    learned_functions: Mapping[str, Callable[..., Array]] = field(default_factory=lambda: NOTHING)
    counted: bool = False
    elementwise: bool = False
    script: str = ""

    @property
    def said(self) -> str:
        """The title in the language in use."""
        return say(self.title)

    @property
    def rule(self) -> str:
        """How it predicts, in the language in use."""
        return say(self.decision)

    @property
    def owner(self) -> str:
        """What messages about its settings begin with."""
        return say("loss {name}", name=repr(self.key))

    @property
    def takes_other_logits(self) -> bool:
        """Whether it compares the logits with others, such as those of a second pass."""
        return self.inputs[1] == "other logits" or self.other_parameter is not None

    @property
    def other_parameter(self) -> str | None:
        """The name of the parameter that holds the other logits, where they are not the second argument."""
        names = (parameter.name for parameter in self.parameters if parameter.kind == "other_logits")
        return next(names, None)

    def settings(self, **given: Any) -> dict[str, Setting]:
        """Return all settings as Python numbers, defaults filled in.

        ValueError for one out of bounds, UnknownSettingError (also a KeyError) for a name there is not.
        """
        return checked_settings(self.parameters, given, self.owner)

    def kept_settings(self, **given: Any) -> dict[str, Setting]:
        """Return the same of what files and codes keep; ValueError for the other logits: they are pinned."""
        if self.other_parameter is not None and self.other_parameter in given:
            message = say(
                "{owner}: {name} is no setting: the other logits are those that are pinned",
                owner=self.owner,
                name=self.other_parameter,
            )
            raise ValueError(message)
        return self.settings(**given)

    def value(self, logits: Any, targets: Any, **settings: Any) -> Array:
        """Return the loss of each sample, (..., n) -> (...), in nats, summed over classes.

        NumPy or torch, any float dtype and device; targets and settings follow the logits. NaN for a sample
        whose targets have no meaning here (`refuses` says why). ValueError for shapes that differ and for
        settings out of bounds.
        """
        xp, logits, targets, arguments = self._arguments(logits, targets, settings)
        with _quiet():
            values = self.value_function(xp, logits, targets, **arguments)
            return as_zero_dimensional(self._where_meant(xp, targets, arguments, values)[0])

    def gradient(self, logits: Any, targets: Any, **settings: Any) -> Array:
        """Return d value / d logits in closed form, (..., n) -> (..., n); arguments as for `value`."""
        xp, logits, targets, arguments = self._arguments(logits, targets, settings)
        with _quiet():
            slopes = self.gradient_function(xp, logits, targets, **arguments)
            return self._where_meant(xp, targets, arguments, slopes)[0]

    def prepared(self, logits: Any, targets: Any, **settings: Any) -> Callable[[Array], Array]:
        """Return the gradient as a function of logits like these, all else checked once: for many steps.

        The targets must have a meaning here (`refuses`).
        """
        xp, _, targets, arguments = self._arguments(logits, targets, settings)
        return lambda moved: self.gradient_function(xp, moved, targets, **arguments)

    def value_and_gradient(self, logits: Any, targets: Any, **settings: Any) -> tuple[Array, Array]:
        """Return what `value` and `gradient` return, sharing what they have in common."""
        xp, logits, targets, arguments = self._arguments(logits, targets, settings)
        with _quiet():
            if self.both_function is None:
                values = self.value_function(xp, logits, targets, **arguments)
                slopes = self.gradient_function(xp, logits, targets, **arguments)
            else:
                values, slopes = self.both_function(xp, logits, targets, **arguments)
            values, slopes = self._where_meant(xp, targets, arguments, values, slopes)
            return as_zero_dimensional(values), slopes

    def parameter_gradient(self, name: str, logits: Any, targets: Any, **settings: Any) -> Array:
        """Return d value / d the learned parameter of this name, (..., n) -> (...); KeyError for others."""
        xp, logits, targets, arguments = self._arguments(logits, targets, settings)
        with _quiet():
            slopes = self.learned_functions[name](xp, logits, targets, **arguments)
            return as_zero_dimensional(self._where_meant(xp, targets, arguments, slopes)[0])

    def terms(self, logits: Any, targets: Any, **settings: Any) -> Array:
        """Return the term of each class, (..., n) -> (..., n); they sum to the value.

        ValueError for a loss that is not `elementwise`: it has no such terms.
        """
        if not self.elementwise or not isinstance(self.accumulators, Accumulators):
            message = f"loss {self.key!r} is no sum of one term a class"
            raise ValueError(message)
        xp, logits, targets, arguments = self._arguments(logits, targets, settings)
        with _quiet():
            terms = self.accumulators.terms(xp, logits, targets, **arguments)
            return self._where_meant(xp, targets, arguments, terms)[0]

    def along(
        self, logits: Any, targets: Any, classes: Sequence[int], grids: Sequence[Any], **settings: Any
    ) -> Array:
        """Return the value where the logits of `classes` take the values of `grids`, the others staying.

        (..., n) -> (..., len(grid 1), len(grid 2), ...): a slice for one class, a landscape for two. Exact,
        at the cost of n + points where the loss has accumulators, n x points otherwise.
        """
        xp, logits, targets, arguments = self._arguments(logits, targets, settings)
        points = tuple(xp.reshape(as_array_like(xp, grid, logits), (-1,)) for grid in grids)
        sweep = Sweep(_checked_classes(classes, grids, logits.shape[-1]), points)
        with _quiet():
            if self.accumulators is None:
                values = along_by_points(self.value_function, xp, logits, targets, sweep, arguments)
            else:
                values = self.accumulators.along(xp, logits, targets, sweep, arguments)
            return self._where_meant(xp, targets, arguments, values)[0]

    def lowest(self, targets: Any, **settings: Any) -> Array:
        """Return the infimum of the value over all logits, (..., n) -> (...).

        -inf where the loss is unbounded below; NaN where the targets have no meaning or it is not known.
        """
        xp, targets, _, arguments = self._arguments(targets, targets, settings)
        with _quiet():
            if self.lowest_function is None:
                return xp.full(targets.shape[:-1], NAN, dtype=targets.dtype, device=targets.device)
            floors = self.lowest_function(xp, targets, **arguments)
            return as_zero_dimensional(self._where_meant(xp, targets, arguments, floors)[0])

    def decide(self, logits: Any, targets: Any = None, **settings: Any) -> Array:
        """Return the predicted label set by the loss's own rule, (..., n) -> bool (..., n).

        A loss that is `counted` has no threshold: it is told how many labels there are, by the targets above
        1/2. Without targets it predicts one.
        """
        xp, logits = as_logits(logits)
        arguments = self._converted(xp, logits, settings, compares=False)
        if self.counted:
            arguments["count"] = self._counts(xp, logits, targets)
        with _quiet():
            return self.decide_function(xp, logits, **arguments)

    def _counts(self, xp: Any, logits: Array, targets: Any) -> Array:
        if targets is None:
            return xp.ones(logits.shape[:-1], dtype=xp.int64, device=logits.device)
        targets = as_same_shape(xp, targets, logits, "targets")
        return xp.sum(xp.astype(targets > 0.5, xp.int64), axis=-1)

    def read(self, reading: Reading, logits: Any, **settings: Any) -> Array:
        """Return the logits read as probabilities, (..., n) -> (..., n)."""
        xp, logits = as_logits(logits)
        with _quiet():
            return reading.function(xp, logits, **self._converted(xp, logits, settings, compares=False))

    def refuses(self, targets: Any, classes: Sequence[str] | None = None, **settings: Any) -> str | None:
        """Say why the loss has no meaning for these targets, or None; its value is then NaN.

        For a batch the first sample that is refused is named.
        """
        if self.inputs[1] != "targets":
            return None
        return self._first_sentence(targets, classes, self._refusal, settings)

    def cautions(self, targets: Any, classes: Sequence[str] | None = None) -> str | None:
        """Say how these targets are not those the loss is meant for, though it is computed; or None."""
        if self.strict or self.inputs[1] != "targets":
            return None
        return self._first_sentence(targets, classes, self._caution, {})

    def misreads(self, logits: Any, classes: Sequence[str] | None = None) -> str | None:
        """Say how these are not the cosines or predictions it takes, though it is computed; or None."""
        kind = self.inputs[0]
        if kind == "logits":
            return None
        return self._first_sentence(logits, classes, lambda row, names, _: outside(row, kind, names), {})

    def _arguments(
        self, logits: Any, targets: Any, settings: Mapping[str, Any]
    ) -> tuple[Any, Array, Array, dict[str, Any]]:
        xp, logits = as_logits(logits, like=targets)
        targets = as_same_shape(xp, targets, logits, self.inputs[1])
        return xp, logits, targets, self._converted(xp, logits, settings)

    def _converted(
        self, xp: Any, logits: Array, settings: Mapping[str, Any], compares: bool = True
    ) -> dict[str, Any]:
        """Return the settings as the functions take them: floats, arrays (n,), or arrays like the logits.

        A decision and a reading compare with nothing: they may go without the other logits.
        """
        arguments = self.settings(**settings)
        for parameter in self.parameters:
            setting = arguments[parameter.name]
            if parameter.kind == "other_logits":
                if parameter.name not in settings:
                    if compares:
                        message = say(
                            "{owner}: {name} is missing; it takes logits to compare with",
                            owner=self.owner,
                            name=parameter.name,
                        )
                        raise ValueError(message)
                    continue
                arguments[parameter.name] = as_same_shape(xp, setting, logits, parameter.name)
            elif isinstance(setting, tuple):
                if len(setting) != logits.shape[-1]:
                    message = say(
                        "{owner}: {name} has {given} numbers for {count} classes; it takes one number or one "
                        "per class",
                        owner=self.owner,
                        name=parameter.name,
                        given=len(setting),
                        count=logits.shape[-1],
                    )
                    raise ValueError(message)
                arguments[parameter.name] = as_array_like(xp, setting, logits)
        return arguments

    def _where_meant(
        self, xp: Any, targets: Array, arguments: Mapping[str, Any], *answers: Array
    ) -> tuple[Array, ...]:
        """Put NaN for the samples that the loss refuses; axes may follow those of the samples."""
        if self.inputs[1] != "targets" or not (self.strict or self.needs):
            return answers
        meant = self.labels.hold(xp, targets) if self.strict else xp.ones_like(targets[..., 0], dtype=xp.bool)
        if self.needs is not None:
            meant = meant & self.needs.holds(xp, targets, **arguments)
        # NaN is added, not chosen: a row at a time, where a choice would look at every number.
        unmeant = xp.where(meant, xp.zeros_like(targets[..., 0]), NAN)
        return tuple(
            answer + xp.reshape(unmeant, (*unmeant.shape, *[1] * (answer.ndim - unmeant.ndim)))
            for answer in answers
        )

    def _first_sentence(
        self,
        targets: Any,
        classes: Sequence[str] | None,
        sentence: Callable[..., str | None],
        settings: Mapping[str, Any],
    ) -> str | None:
        rows = as_numpy(targets)
        for place in numpy.ndindex(rows.shape[:-1]):
            said = sentence(rows[place], classes, settings)
            if said is not None:
                names = ", ".join(str(index + 1) for index in place)
                return said if not place else say("{problem} (sample {place})", problem=said, place=names)
        return None

    def _refusal(self, row: Any, classes: Sequence[str] | None, settings: Mapping[str, Any]) -> str | None:
        fault = self.labels.fault(row, classes) if self.strict else None
        if fault is not None:
            return say("takes {wanted}; {found}", wanted=fault[0], found=fault[1])
        if self.needs is None:
            return None
        arguments = self._converted(numpy, row, settings, compares=False)
        if self.needs.holds(numpy, row, **arguments):
            return None
        return say("needs {wanted}", wanted=self.needs.words(**arguments))

    def _caution(self, row: Any, classes: Sequence[str] | None, _settings: Mapping[str, Any]) -> str | None:
        fault = self.labels.fault(row, classes)
        return None if fault is None else say("expects {wanted}; {found}", wanted=fault[0], found=fault[1])


@contextmanager
def _quiet() -> Iterator[None]:
    """Infinities are data here: NumPy need not warn about them."""
    with numpy.errstate(all="ignore"):
        yield


def _checked_classes(classes: Sequence[int], grids: Sequence[Any], count: int) -> tuple[int, ...]:
    places = tuple(int(index) for index in classes)
    if len(places) != len(grids) or not places:
        message = f"{len(places)} classes and {len(grids)} grids: each class needs one grid"
        raise ValueError(message)
    for index in places:
        if not 0 <= index < count:
            message = f"class {index} is not among the {count} classes, 0 to {count - 1}"
            raise ValueError(message)
    if len(set(places)) != len(places):
        message = f"classes {places} name the same class twice"
        raise ValueError(message)
    return places
