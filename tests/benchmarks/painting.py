"""How long each of the seven cards takes to paint: `python -m tests.benchmarks.painting [classes]`.

Prints the median and the 95th percentile in milliseconds of 200 paintings on a raster picture,
antialiased, at the sizes the cards have in a window of 1440 x 900.
"""

import sys
from time import perf_counter

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from explorer.paint.export import ensure_application
from explorer.paint.painter import paint
from explorer.paint.theme import LIGHT
from explorer.plots.figure import Figure
from tests.paint.samples import cards

WARM_UP, ROUNDS = 20, 200


def times(figure: Figure, size: tuple[int, int]) -> np.ndarray:
    """Return the milliseconds of each painting after the caches are warm."""
    picture = QImage(*size, QImage.Format.Format_RGB32)
    taken = []
    for _ in range(WARM_UP + ROUNDS):
        painter = QPainter(picture)
        start = perf_counter()
        paint(figure, painter, QRectF(0, 0, *size), LIGHT)
        painter.end()
        taken.append(1e3 * (perf_counter() - start))
    return np.array(taken[WARM_UP:])


def main() -> None:
    """Print one line a card and their sum."""
    application = ensure_application()
    classes = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    total = 0.0
    for figure, size in cards(classes):
        median, late = np.percentile(times(figure, size), [50, 95])
        total += median
        print(f"{figure.key:12s} median {median:.2f}  p95 {late:.2f} ms")
    print(f"{'together':12s} median {total:.2f} ms")
    del application


if __name__ == "__main__":
    main()
