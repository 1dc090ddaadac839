"""Arrays of any library as NumPy has them, in their own kind of number."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Plain = NDArray[Any]

# kinds of number that travel as they are; every other real one becomes one of these
KINDS: Final = frozenset(["<f8", "<f4", "<f2", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8", "|b1"])


def plain(values: Any, what: str) -> Plain:
    """Return values as a NumPy array of shape (rows, classes), of one of `KINDS` and without gaps.

    values: (rows, classes), or (classes,) for one row: an array of NumPy, torch (any device, with or without
    a gradient, bfloat16), anything of the array standard, or lists. It may share memory with them. NaN and
    infinities are data, and masked entries become NaN. TypeError for what is no real number and for a tensor
    that is sparse, nested or without data, ValueError for another shape.
    """
    array = _of_kind(_as_numpy(values, what), what)
    if array.ndim == 1:
        array = array[None]
    if array.ndim != 2 or not array.size:
        message = (
            f"{what} have shape {tuple(np.shape(array))}; "
            "allowed is (rows, classes) with 1 or more of each, or (classes,) for one row"
        )
        raise ValueError(message)
    return array if array.flags.c_contiguous else np.ascontiguousarray(array)


def _as_numpy(values: Any, what: str) -> Plain:
    if _is_list_of(values, np.ma.MaskedArray):
        values = np.ma.stack(values)
    if isinstance(values, np.ma.MaskedArray):
        return _without_mask(values)
    if isinstance(values, np.ndarray):
        return np.asarray(values)
    torch = sys.modules.get("torch")  # who has a tensor has imported it
    if torch is not None:
        if isinstance(values, torch.Tensor):
            return _of_tensor(torch, values, what)
        if _is_list_of(values, torch.Tensor):
            return np.stack([_of_tensor(torch, value, what) for value in values])
    if hasattr(values, "get") and hasattr(values, "__cuda_array_interface__"):  # CuPy's own way to the host
        return np.asarray(values.get())
    return np.asarray(values)


def _is_list_of(values: Any, kind: type) -> bool:
    return isinstance(values, list | tuple) and bool(values) and isinstance(values[0], kind)


def _without_mask(masked: Any) -> Plain:
    """Return a masked array's numbers with NaN where it is masked; what is no real number as it is."""
    hidden = np.ma.getmaskarray(masked)
    found: Plain = np.asarray(masked.data)
    if not hidden.any() or found.dtype.kind not in "fiub":
        return found
    found = found.astype(found.dtype if found.dtype.kind == "f" else np.float64)
    found[hidden] = np.nan
    return found


def _of_tensor(torch: Any, tensor: Any, what: str) -> Plain:
    if tensor.is_meta or tensor.is_nested or tensor.layout != torch.strided:
        held = "without data" if tensor.is_meta else "nested" if tensor.is_nested else "sparse"
        message = f"{what} are a tensor that is {held}; allowed is a dense one with data"
        raise TypeError(message)
    tensor = tensor.detach()
    if tensor.is_floating_point() and tensor.dtype not in (torch.float64, torch.float32, torch.float16):
        tensor = tensor.float()  # bfloat16 and smaller kinds, which NumPy does not have
    found: Plain = tensor.resolve_neg().cpu().numpy()
    return found


def _of_kind(array: Plain, what: str) -> Plain:
    """Return the array in a kind of number that travels."""
    dtype = array.dtype
    if dtype.str in KINDS:
        return array
    if dtype.kind == "V" and dtype.name.startswith(("bfloat", "float8", "float6", "float4")):
        return array.astype(np.float32)  # of ml_dtypes, as JAX has them
    if dtype.kind not in "fiu":
        message = f"{what} are of kind {dtype}; allowed are real numbers"
        raise TypeError(message)
    return array.astype(np.float64 if dtype.kind == "f" else dtype.newbyteorder("<"))
