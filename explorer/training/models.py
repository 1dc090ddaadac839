"""Models: how weights and features become logits, and how gradients of logits become those of weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from explorer.numeric import Array

    Weights = tuple[Array, ...]


class Model(Protocol):
    """Pure and in closed form; arrays have a first axis of runs."""

    key: str

    def forward(self, xp: Any, weights: Weights, features: Array | None) -> tuple[Array, Any]:
        """Return the logits (runs, rows, n), and what `backward` wants to know again."""
        ...

    def backward(
        self, xp: Any, weights: Weights, features: Array | None, kept: Any, slopes: Array
    ) -> Weights:
        """Return the gradients of the weights from those of the logits, (runs, rows, n)."""
        ...


class Free:
    """The weights are the logits themselves, (runs, 1, n)."""

    key = "free"

    def forward(self, xp: Any, weights: Weights, features: Array | None) -> tuple[Array, Any]:
        """Return the weights."""
        return weights[0], None

    def backward(
        self, xp: Any, weights: Weights, features: Array | None, kept: Any, slopes: Array
    ) -> Weights:
        """Return the slopes."""
        return (slopes,)


class Linear:
    """One matrix: features (runs or 1, rows, inputs) times weights (runs, inputs, n)."""

    key = "linear"

    def forward(self, xp: Any, weights: Weights, features: Array | None) -> tuple[Array, Any]:
        """Return features times weights."""
        return features @ weights[0], None

    def backward(
        self, xp: Any, weights: Weights, features: Array | None, kept: Any, slopes: Array
    ) -> Weights:
        """Return the transposed features times the slopes."""
        return (xp.matrix_transpose(features) @ slopes,)


class Perceptron:
    """One hidden layer of rectified units: weights (runs, inputs, hidden) and (runs, hidden + 1, n)."""

    key = "perceptron"

    def forward(self, xp: Any, weights: Weights, features: Array | None) -> tuple[Array, Any]:
        """Return the logits, and the hidden layer with its column of ones."""
        inner = features @ weights[0]
        hidden = xp.where(inner > 0, inner, xp.zeros_like(inner))
        hidden = xp.concat((hidden, xp.ones_like(hidden[..., :1])), axis=-1)
        return hidden @ weights[1], hidden

    def backward(
        self, xp: Any, weights: Weights, features: Array | None, kept: Any, slopes: Array
    ) -> Weights:
        """Return the gradients of both layers; a unit at 0 passes nothing on."""
        outer = xp.matrix_transpose(kept) @ slopes
        inner = (slopes @ xp.matrix_transpose(weights[1]))[..., :-1]
        inner = xp.where(kept[..., :-1] > 0, inner, xp.zeros_like(inner))
        return xp.matrix_transpose(features) @ inner, outer


FREE: Final = Free()
LINEAR: Final = Linear()
PERCEPTRON: Final = Perceptron()
