"""BCE as common code computes it: sigmoid first, logarithm after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from explorer.analysis.forms.form import Form, sigmoid, summed, through_sigmoid
from explorer.analysis.narrow import fused
from explorer.wording import noted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]

LOG_FLOOR: Final = -100.0  # least logarithm in torch's BCELoss
PRODUCT_FLOOR: Final = 1e-12  # least p (1 - p) by which its derivative divides


def bce_of_probabilities(logits: Floats, targets: Floats) -> Floats:
    """Torch's BCELoss of sigmoid(s): each logarithm is at least -100."""

    def terms(probability: Floats, wanted: Floats) -> Floats:
        missing = np.maximum(np.log(probability), LOG_FLOOR)
        excess = np.maximum(np.log1p(-probability), LOG_FLOOR)
        return np.asarray((wanted - 1.0) * excess - wanted * missing)

    return summed(fused(terms, sigmoid(logits), targets))


def bce_of_probabilities_gradient(logits: Floats, targets: Floats) -> Floats:
    """(p - t) / max(p (1 - p), 1e-12) of BCELoss, times p (1 - p) of sigmoid: 0 where p is 0 or 1."""
    probability = sigmoid(logits)
    product = np.maximum((1.0 - probability) * probability, PRODUCT_FLOOR)
    return through_sigmoid((probability - targets) / product, probability)


def bce_log_sigmoid(logits: Floats, targets: Floats) -> Floats:
    """-t log(sigmoid(s)) - (1 - t) log(1 - sigmoid(s)), the formula typed in."""
    probability = sigmoid(logits)
    return summed(-(targets * np.log(probability) + (1.0 - targets) * np.log(1.0 - probability)))


def bce_log_sigmoid_gradient(logits: Floats, targets: Floats) -> Floats:
    """Return its derivative: 0 / 0 where sigmoid has reached 0 or 1."""
    probability = sigmoid(logits)
    slopes = -targets / probability + (1.0 - targets) / (1.0 - probability)
    return through_sigmoid(slopes, probability)


FORMS: Final = (
    Form(
        key="bce_of_probabilities",
        loss="bce",
        title="BCELoss(σ(s))",
        source=noted("torch.nn.BCELoss after a sigmoid"),
        value_function=bce_of_probabilities,
        gradient_function=bce_of_probabilities_gradient,
        note="The loss ends at 100 a class, and the gradient is 0 where σ(s) is rounded to 0 or 1.",
    ),
    Form(
        key="bce_log_sigmoid",
        loss="bce",
        title="log(σ(s))",
        source=noted("the formula typed in"),
        value_function=bce_log_sigmoid,
        gradient_function=bce_log_sigmoid_gradient,
        note="Where σ(s) is rounded to 1, 1 − σ(s) is 0 and its logarithm −∞: then NaN.",
    ),
)
