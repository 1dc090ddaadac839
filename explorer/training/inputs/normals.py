"""Normal numbers from uniform ones, with the same bits on every machine.

Only +, -, *, / and the square root are used, one NumPy call each: IEEE 754 rounds each of them in one way,
whatever the processor, the position in an array, or the other numbers. NumPy's own logarithm and cosine may
differ in the last bit from one processor to another.

Source: Wichura 1988, "Algorithm AS 241: the percentage points of the normal distribution", PPND16, relative
error about 1e-16.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

MIDDLE: Final = 0.425  # how far from 1/2 the first fraction reaches
FAR: Final = 5.0  # sqrt(-log p) from which on the third fraction serves
PIECE: Final = 16_384  # numbers at a time, so that all passes over them stay in the processor's cache

# Coefficients of each fraction, that of the highest power first.
NEAR_ABOVE: Final = (
    2509.0809287301226727,
    33430.575583588128105,
    67265.770927008700853,
    45921.953931549871457,
    13731.693765509461125,
    1971.5909503065514427,
    133.14166789178437745,
    3.387132872796366608,
)
NEAR_BELOW: Final = (
    5226.495278852854561,
    28729.085735721942674,
    39307.89580009271061,
    21213.794301586595867,
    5394.1960214247511077,
    687.1870074920579083,
    42.313330701600911252,
    1.0,
)
TAIL_ABOVE: Final = (
    7.7454501427834140764e-4,
    0.0227238449892691845833,
    0.24178072517745061177,
    1.27045825245236838258,
    3.64784832476320460504,
    5.7694972214606914055,
    4.6303378461565452959,
    1.42343711074968357734,
)
TAIL_BELOW: Final = (
    1.05075007164441684324e-9,
    5.475938084995344946e-4,
    0.0151986665636164571966,
    0.14810397642748007459,
    0.68976733498510000455,
    1.6763848301838038494,
    2.05319162663775882187,
    1.0,
)
FAR_ABOVE: Final = (
    2.01033439929228813265e-7,
    2.71155556874348757815e-5,
    0.0012426609473880784386,
    0.026532189526576123093,
    0.29656057182850489123,
    1.7848265399172913358,
    5.4637849111641143699,
    6.6579046435011037772,
)
FAR_BELOW: Final = (
    2.04426310338993978564e-15,
    1.4215117583164458887e-7,
    1.8463183175100546818e-5,
    7.868691311456132591e-4,
    0.0148753612908506148525,
    0.13692988092273580531,
    0.59983220655588793769,
    1.0,
)

HALF_ROOT: Final = math.sqrt(0.5)
LOG_TWO: Final = math.log(2.0)
# Of log((1 + z) / (1 - z)) / z in powers of z^2, the highest first; |z| < 0.172, so ten reach the last bit.
LOGARITHM: Final = tuple(2.0 / (2 * power + 1) for power in range(9, -1, -1))


def normals(uniforms: Numbers) -> Numbers:
    """Return the normal number below which each uniform one's share of all lies; same shape.

    uniforms: above 0 and below 1. 1/2 gives 0, and 1 - u gives the negative of u.
    """
    flat = np.ascontiguousarray(uniforms).reshape(-1)
    found = np.empty_like(flat)
    for start in range(0, len(flat), PIECE):
        found[start : start + PIECE] = _piece(flat[start : start + PIECE])
    return found.reshape(uniforms.shape)


def _piece(uniforms: Numbers) -> Numbers:
    away = uniforms - 0.5
    square = MIDDLE * MIDDLE - away * away
    found: Numbers = away * _fraction(square, NEAR_ABOVE, NEAR_BELOW)
    outside = np.flatnonzero(square < 0.0)
    found[outside] = _outside(uniforms[outside])
    return found


def _outside(uniforms: Numbers) -> Numbers:
    """Return the same for numbers near 0 or 1."""
    size = np.sqrt(-logarithms(np.minimum(uniforms, 1.0 - uniforms)))
    found = _fraction(size - 1.6, TAIL_ABOVE, TAIL_BELOW)
    far = np.flatnonzero(size > FAR)
    found[far] = _fraction(size[far] - FAR, FAR_ABOVE, FAR_BELOW)
    return np.where(uniforms < 0.5, -found, found)


def logarithms(numbers: Numbers) -> Numbers:
    """Return log x of normal numbers above 0, by z = (m - 1) / (m + 1) of x = 2^e m, m near 1."""
    part, power = np.frexp(numbers)
    small = part < HALF_ROOT
    part = np.where(small, 2.0 * part, part)
    ratio = (part - 1.0) / (part + 1.0)
    return (power - small) * LOG_TWO + ratio * _polynomial(ratio * ratio, LOGARITHM)


def _fraction(x: Numbers, above: Sequence[float], below: Sequence[float]) -> Numbers:
    return _polynomial(x, above) / _polynomial(x, below)


def _polynomial(x: Numbers, coefficients: Sequence[float]) -> Numbers:
    """Return the polynomial, the coefficient of the highest power first."""
    found = x * coefficients[0]
    for coefficient in coefficients[1:-1]:
        found += coefficient
        found *= x
    found += coefficients[-1]
    return found
