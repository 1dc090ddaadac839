"""Arguments of a loss as arrays of one namespace, dtype and device; shapes checked once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import array_api_compat
import numpy

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from explorer.numeric import Array


def namespace(array: Array) -> Any:
    """Return the functions that take an array.

    NumPy keeps to the standard by itself; asking array-api-compat for it would import the whole of NumPy,
    which doubles the time to the first value.
    """
    if isinstance(array, numpy.ndarray | numpy.generic):
        return numpy
    return array_api_compat.array_namespace(array)


def as_logits(logits: Any, like: Any = None) -> tuple[Any, Array]:
    """Return the namespace and the logits as floats (..., n); lists and whole numbers become float64.

    A list goes to the namespace and device of `like` where that is an array, else to NumPy.
    """
    if array_api_compat.is_array_api_obj(logits):
        xp = namespace(logits)
    elif array_api_compat.is_array_api_obj(like):
        xp = namespace(like)
        logits = xp.asarray(logits, dtype=xp.float64, device=array_api_compat.device(like))
    else:
        xp, logits = numpy, numpy.asarray(logits, dtype=numpy.float64)
    if not xp.isdtype(logits.dtype, "real floating"):
        if not xp.isdtype(logits.dtype, ("bool", "integral")):
            message = f"logits must be real numbers; their dtype is {logits.dtype}"
            raise TypeError(message)
        logits = xp.astype(logits, xp.float64)
    if not logits.ndim or logits.shape[-1] < 1:
        message = f"logits need at least one class on their last axis; their shape is {tuple(logits.shape)}"
        raise ValueError(message)
    return xp, logits


def as_array_like(xp: Any, values: Any, model: Array) -> Array:
    """Return values in the namespace, dtype and device of the model array."""
    device = array_api_compat.device(model)
    if not array_api_compat.is_array_api_obj(values) or namespace(values) is not xp:
        return xp.asarray(as_numpy(values), dtype=model.dtype, device=device, copy=True)
    if values.dtype != model.dtype:
        values = xp.astype(values, model.dtype)
    return values if array_api_compat.device(values) == device else array_api_compat.to_device(values, device)


def as_same_shape(xp: Any, values: Any, logits: Array, name: str) -> Array:
    """Return values as `as_array_like`; ValueError naming both shapes where they differ."""
    values = as_array_like(xp, values, logits)
    if tuple(values.shape) != tuple(logits.shape):
        message = f"{name} {tuple(values.shape)} do not match logits {tuple(logits.shape)}"
        raise ValueError(message)
    return values


def as_numpy(values: Any) -> NDArray[numpy.float64]:
    """Return values as a NumPy float64 array, from wherever they are."""
    if array_api_compat.is_torch_array(values):
        values = values.detach().cpu().double().numpy()
    return numpy.asarray(values, dtype=numpy.float64)


def as_zero_dimensional(values: Array) -> Array:
    """Return NumPy's scalars as arrays of shape (); other arrays as they are."""
    return numpy.asarray(values) if isinstance(values, numpy.generic) else values
