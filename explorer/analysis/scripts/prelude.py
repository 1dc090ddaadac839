"""The words in which losses are written in scripts, for each framework; only those used are written.

A loss's own code (`Loss.script`) is the same in every framework. `s` and `t` are arrays (..., n), classes on
the last axis. In NumPy `s` may be complex: its gradient is taken by the complex step, Im f(s + ih) / h, which
forms no difference and so is exact to rounding; hence every word there looks at real parts alone to decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMON: Final = {
    "softmax": '''
def softmax(x):
    return exp(x - logsumexp(x)[..., None])
''',
    "logaddexp": '''
def logaddexp(a, b):
    return a + softplus(b - a)
''',
    "weighted": '''
def weighted(w, x):
    """The exponents of w e^x: x + log w, -inf where w is 0."""
    return where(w > 0, x + log(where(w > 0, w, 1.0)), -inf)
''',
    "smoothed": '''
def smoothed(t, epsilon, convention):
    n = t.shape[-1]
    if convention == "all":
        return (1 - epsilon) * t + epsilon / n
    if convention == "half":
        return (1 - epsilon) * t + epsilon / 2
    others = 1 if convention == "flip" else n - 1
    return (1 - epsilon) * t + epsilon * (1 - t) / others if others else t
''',
    "log_sets": '''
def log_sets(s, most):
    """Logs of the sums of e^(sum of s) over all sets of 0, 1, ..., at most `most` classes."""
    logs = [0.0 * s[..., 0]]
    for i in range(s.shape[-1]):
        more = [each + s[..., i] for each in logs]
        both = [logaddexp(without, with_i) for without, with_i in zip(logs[1:], more)]
        logs = (logs[:1] + both + more[-1:])[: most + 1]
    return logs
''',
}  # fmt: skip

NUMPY: Final = {
    "total": '''
def total(x):
    return x.sum(axis=-1)
''',
    "softplus": '''
def softplus(x):
    return where(x.real > 0, x, 0.0) + np.log1p(exp(where(x.real > 0, -x, x)))
''',
    "sigmoid": '''
def sigmoid(x):
    return exp(-softplus(-x))
''',
    "logsumexp": '''
def logsumexp(x):
    largest = x.real.max(axis=-1, keepdims=True)
    largest = where(np.isfinite(largest), largest, 0.0)
    return largest[..., 0] + log(exp(x - largest).sum(axis=-1))
''',
    "at_least": '''
def at_least(x, least):
    return where(np.real(x) >= least, x, least)
''',
    "at_most": '''
def at_most(x, most):
    return where(np.real(x) <= most, x, most)
''',
    "held": '''
def held(x):
    """x as a constant: its gradient is not taken."""
    return x.real
''',
    "array": '''
def array(numbers):
    return np.array(numbers, dtype=np.float64)
''',
    "value_and_gradient": '''
def value_and_gradient(loss, s, h=1e-50):
    """The value, and its gradient by the complex step: exact to rounding, as no difference is formed."""
    gradient = np.zeros(len(s))
    with np.errstate(divide="ignore", invalid="ignore"):  # the log of an empty sum is -inf
        for i in range(len(s)):
            moved = s.astype(complex)
            moved[i] += 1j * h
            gradient[i] = loss(moved).imag / h
        return loss(s), gradient
''',
}  # fmt: skip

TORCH: Final = {
    "total": '''
def total(x):
    return x.sum(dim=-1)
''',
    "softplus": '''
def softplus(x):  # torch's own is cut off at x = 20
    return torch.logaddexp(x, torch.zeros_like(x))
''',
    "logsumexp": '''
def logsumexp(x):
    return torch.logsumexp(x, dim=-1)
''',
    "at_least": '''
def at_least(x, least):
    return x.clamp(min=least)
''',
    "at_most": '''
def at_most(x, most):
    return x.clamp(max=most)
''',
    "held": '''
def held(x):
    return x.detach()
''',
    "array": '''
def array(numbers):
    return torch.tensor(numbers, dtype=torch.float64)
''',
    "value_and_gradient": '''
def value_and_gradient(loss, s):
    s = s.clone().requires_grad_()
    value = loss(s)
    return value.detach(), torch.autograd.grad(value, s)[0]
''',
}  # fmt: skip

KERAS: Final = {  # whose maximum and logaddexp may answer in float32
    "total": '''
def total(x):
    return ops.sum(x, axis=-1)
''',
    "softplus": '''
def softplus(x):
    return where(x > 0, x, 0.0) + ops.log1p(exp(where(x > 0, -x, x)))
''',
    "sigmoid": '''
def sigmoid(x):
    return exp(-softplus(-x))
''',
    "logsumexp": '''
def logsumexp(x):
    largest = ops.max(x, axis=-1, keepdims=True)
    largest = where(ops.isfinite(largest), largest, 0.0)
    return largest[..., 0] + log(ops.sum(exp(x - largest), axis=-1))
''',
    "at_least": '''
def at_least(x, least):
    return where(x >= least, x, least)
''',
    "at_most": '''
def at_most(x, most):
    return where(x <= most, x, most)
''',
    "held": '''
def held(x):
    return ops.stop_gradient(x)
''',
    "array": '''
def array(numbers):
    return ops.convert_to_tensor(numbers, dtype="float64")
''',
    "value_and_gradient": '''
def value_and_gradient(loss, s):
    """The value, and its gradient by the backend; the backend of NumPy has none."""
    backend = keras.backend.backend()
    if backend == "torch":
        import torch

        s = s.detach().requires_grad_()
        value = loss(s)
        return value.detach(), torch.autograd.grad(value, s)[0].cpu()
    if backend == "tensorflow":
        import tensorflow

        with tensorflow.GradientTape() as tape:
            tape.watch(s)
            value = loss(s)
        return value, tape.gradient(value, s)
    if backend == "jax":
        import jax

        return jax.value_and_grad(loss)(s)
    return loss(s), [float("nan")] * len(s)
''',
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Framework:
    """How scripts begin in a framework, the words that it has itself, and those that are written out.

    settled: what is said after the imports.
    """

    title: str
    imports: str
    origin: str
    own: tuple[str, ...]
    words: Mapping[str, str]
    settled: str = ""


def _framework(
    title: str,
    imports: str,
    origin: str,
    own: tuple[str, ...],
    words: Mapping[str, str],
    settled: str = "",
) -> Framework:
    written = {name: code for name, code in words.items() if name not in own}
    return Framework(title, imports, origin, own, written, settled)


FRAMEWORKS: Final[Mapping[str, Framework]] = {
    "torch": _framework(
        "PyTorch",
        "import torch",
        "torch",
        ("exp", "log", "logaddexp", "sigmoid", "where"),
        {**COMMON, **TORCH},
    ),
    "numpy": _framework("NumPy", "import numpy as np", "numpy", ("exp", "log", "where"), {**COMMON, **NUMPY}),
    "keras": _framework(
        "Keras",
        "import keras\nfrom keras import ops",
        "keras.ops",
        ("exp", "log", "where"),
        {**COMMON, **KERAS},
        'keras.config.set_floatx("float64")',
    ),
}
