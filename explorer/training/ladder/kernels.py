"""Kernels of the compiled rung: several updates traced into one graph, and the graph compiled."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from explorer.training.ladder.arrays import Compilable
from explorer.training.ladder.rule import Part, Rule
from explorer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.numeric import Array
    from explorer.training.ladder.pieces import Inputs

    Kernel = Callable[..., tuple[Array, ...]]  # flat arrays -> weights, then slots, after the updates

MOST_NODES: Final = 4_000  # of a graph: what compiles in about half a minute
WAIT: Final = 0.02  # seconds between two looks at whether a kernel is made
APART: Final = 1e-3  # relative difference of two answers that rounding does not explain
FEW: Final = 0.02  # share of numbers that may be apart: where a rule is at a jump, rounding decides


class NotMadeError(Exception):
    """A kernel cannot be made; the message says why, without a full stop."""


class TooLargeError(NotMadeError):
    """A graph has too many operations to be compiled in sensible time."""


def unrolled(rule: Rule, settings: Mapping[str, Any], inputs: Inputs, *, turned: bool, xp: Any) -> Kernel:
    """Return all updates of the inputs as one function of flat arrays.

    settings: those of the loss that are not among the inputs. turned: arrays come and go with the classes
    first, (n, rows, runs), and are seen with the runs first.
    """
    runs = inputs.weights[0].shape[-1 if turned else 0]
    updates = next(iter(inputs.coefficients.values())).shape[0]

    def kernel(*arrays: Array) -> tuple[Array, ...]:
        given = inputs.again(arrays)
        given = given.turned() if turned else given
        one = replace(rule, parts=(Part(0, runs, {**settings, **given.settings}),))
        weights, slots = given.weights, given.slots
        for update in range(updates):
            made = {name: array[update] for name, array in given.coefficients.items()}
            weights, slots = one.update(xp, weights, slots, given.rows, made)
        after = replace(given, weights=weights, slots=slots)
        after = after.turned() if turned else after
        return (*after.weights, *(array for each in after.slots for array in each))

    return kernel


def make(rule: Rule, settings: Mapping[str, Any], inputs: Inputs, *, turned: bool, xp: Any) -> Kernel:
    """Return the compiled kernel for inputs of this form; raises whatever a compiler raises.

    The updates are traced as they run, so that Python's own branches are gone before the compiler sees them,
    and each kernel has a code object of its own (torch compiles one object a limited number of times only).
    """
    import torch
    from torch.fx.experimental.proxy_tensor import make_fx

    flat = inputs.flat()
    plain = unrolled(rule, settings, inputs, turned=turned, xp=Compilable(xp))
    with torch.no_grad():
        graph = make_fx(plain)(*flat)
        graph.graph.eliminate_dead_code()
        graph.recompile()
        if len(graph.graph.nodes) > MOST_NODES:
            message = say(
                "an update has {count} operations, more than {most}",
                count=f"{len(graph.graph.nodes):,}",
                most=f"{MOST_NODES:,}",
            )
            raise TooLargeError(message)
        compiled = compiled_graph(graph, flat)
        if not alike(compiled(*flat), plain(*flat)):
            message = say("its answers differ from the eager ones")
            raise NotMadeError(message)
    return _without_gradients(compiled)


def compiled_graph(graph: Any, flat: list[Any]) -> Kernel:
    """Return what torch's compiler makes of a traced graph for arrays of this form.

    Without the guards of `torch.compile`, which look at every call whether its graph still holds: they take
    0.6 ms, twenty times as long as the call itself, and refuse calls while another thread traces.
    """
    import torch._inductor

    kernel: Kernel = torch._inductor.compile(graph, flat)
    return kernel


def _without_gradients(kernel: Kernel) -> Kernel:
    """Return the kernel as it was compiled: a caller who records gradients would have it compiled again."""
    import torch

    def called(*arrays: Array) -> tuple[Array, ...]:
        with torch.no_grad():
            return kernel(*arrays)

    return called


def alike(found: tuple[Array, ...], wanted: tuple[Array, ...]) -> bool:
    """Whether two answers agree but for rounding, and for few numbers where it decides about a jump."""
    import torch

    return all(
        bool(torch.isclose(one, other, rtol=APART, atol=APART, equal_nan=True).float().mean() >= 1.0 - FEW)
        for one, other in zip(found, wanted, strict=True)
    )


def reason(error: Exception) -> str:
    """Return the first line of what a compiler says, short enough for a status line."""
    text = next((line.strip() for line in str(error).splitlines() if line.strip()), "")
    text = f"{type(error).__name__}: {text}" if not isinstance(error, NotMadeError) else text
    return text.rstrip(".")[:200]


COMPILER: Final = threading.Lock()
"""Held while a kernel is made: tracing and compiling change what all threads of a process share."""


class Making:
    """One kernel being made in a thread of its own, so that its caller can be told to stop meanwhile.

    Compiling cannot be broken off: after a wait that was ended the thread goes on and its kernel is kept.
    Another kernel, also of another simulation in the process, waits until this one is made; one that nobody
    waits for any more when its turn comes is not made.
    """

    def __init__(self, make_it: Callable[[], Kernel]) -> None:
        self._make = make_it
        self.kernel: Kernel | None = None
        self.error: Exception | None = None
        self._has_turn = self._is_left = False
        self._start()

    def _start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="compiling", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with COMPILER:
            if self._is_left:
                return
            self._has_turn = True
            try:
                self.kernel = self._make()
            except Exception as error:  # a compiler may fail in any way; the eager rung does the work then
                self.error = error

    def wait(self, pause: Callable[[], None], most: float) -> None:
        """Wait until `kernel` or `error` is there; after `most` seconds, of waiting or making, an error is.

        What `pause` raises ends the waiting.
        """
        self._is_left = False
        if not self._has_turn and not self._thread.is_alive():
            self._start()
        try:
            for having_turn in (False, True):
                if self._is_over(pause, most, having_turn):
                    return
        except BaseException:
            self._is_left = True
            raise
        self._is_left = True
        self.error = NotMadeError(say("the compiler needs more than {seconds} s", seconds=f"{most:g}"))

    def _is_over(self, pause: Callable[[], None], most: float, having_turn: bool) -> bool:
        """Wait for its turn, or for its end; return whether the thread has ended."""
        for _ in range(max(1, round(most / WAIT))):
            self._thread.join(WAIT)
            if not self._thread.is_alive():
                if self._has_turn:
                    return True
                self._start()  # it gave its turn up at the moment at which this wait began
            pause()
            if self._has_turn and not having_turn:
                return False
        return False
