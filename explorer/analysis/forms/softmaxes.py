"""Cross entropy as common code computes it: softmax first, logarithm after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.forms.form import Form, logsumexp, softmax, summed, through_softmax
from explorer.wording import noted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

FLOOR: Final = 1e-7  # Keras clips probabilities so


def cross_entropy_naive(logits: Floats, targets: Floats) -> Floats:
    """Sum of -t log(softmax(s)): 0 times log 0 is NaN."""
    return summed(-(targets * np.log(softmax(logits))))


def cross_entropy_naive_gradient(logits: Floats, targets: Floats) -> Floats:
    """Return its derivative, by -t / p."""
    probability = softmax(logits)
    return through_softmax(-targets / probability, probability)


def cross_entropy_clipped(logits: Floats, targets: Floats) -> Floats:
    """Sum of -t log(clip(softmax(s), 1e-7, 1 - 1e-7)): at most 16.1 a label."""
    return summed(-(targets * np.log(np.clip(softmax(logits), FLOOR, 1.0 - FLOOR))))


def cross_entropy_clipped_gradient(logits: Floats, targets: Floats) -> Floats:
    """Return its derivative: nothing comes from where the clip holds."""
    probability = softmax(logits)
    clipped = np.clip(probability, FLOOR, 1.0 - FLOOR)
    slopes = np.where(clipped == probability, -targets / clipped, np.zeros_like(clipped))
    return through_softmax(slopes, probability)


def cross_entropy_tf(logits: Floats, targets: Floats) -> Floats:
    """Sum of t (logsumexp(s) - s), right for any targets."""
    return summed(targets * (logsumexp(logits) - logits))


def cross_entropy_tf_gradient(logits: Floats, targets: Floats) -> Floats:
    """P - t, whatever the targets sum to: wrong where it is not 1."""
    return np.asanyarray(softmax(logits) - targets)


FORMS: Final = (
    Form(
        key="cross_entropy_log_softmax_naive",
        loss="cross_entropy",
        title="log(softmax(s))",
        source=noted("the formula typed in"),
        value_function=cross_entropy_naive,
        gradient_function=cross_entropy_naive_gradient,
        note="A probability that is rounded to 0 gives 0 · log 0 = NaN, or an infinite loss.",
    ),
    Form(
        key="cross_entropy_clipped",
        loss="cross_entropy",
        title=noted("clip 10⁻⁷"),
        source=noted("Keras, categorical_crossentropy of probabilities"),
        value_function=cross_entropy_clipped,
        gradient_function=cross_entropy_clipped_gradient,
        note="The loss ends at 16.1 a label, and there the gradient is 0: a sure mistake is not corrected.",
    ),
    Form(
        key="cross_entropy_tf",
        loss="cross_entropy",
        title=noted("gradient p − t"),
        source="TensorFlow, softmax_cross_entropy_with_logits",
        value_function=cross_entropy_tf,
        gradient_function=cross_entropy_tf_gradient,
        note="The value is right for any targets; the gradient only where they sum to 1.",
    ),
)
