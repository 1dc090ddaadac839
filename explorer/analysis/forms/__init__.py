"""How common code computes a loss: the same formula in other operations, so with other roundings and traps.

Each form follows its source operation by operation, and `gradient` is what automatic differentiation of that
code gives, written out by hand: the derivative of each operation in turn, from what the operation returned.
The dtype of the logits is kept (float64, float32, float16, and bfloat16 as in `narrow`); sigmoid and
softmax are one kernel each, as in torch.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from explorer.analysis.forms import sigmoids, softmaxes, weighted, zlpr
from explorer.analysis.forms.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FORMS", "Form", "forms_of"]

FORMS: Final[Mapping[str, Form]] = MappingProxyType(
    {form.key: form for module in (zlpr, sigmoids, softmaxes, weighted) for form in module.FORMS}
)


def forms_of(loss: str) -> tuple[Form, ...]:
    """Return the forms of the loss of this key."""
    return tuple(form for form in FORMS.values() if form.loss == loss)
