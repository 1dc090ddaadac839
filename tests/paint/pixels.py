"""Pictures as arrays, and how many pixels have a colour."""

import numpy as np
from PySide6.QtGui import QImage

from explorer.paint.theme import Theme


def pixels(image: QImage) -> np.ndarray:
    """Return height x width x (red, green, blue)."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4)[..., :3].astype(int)


def coloured(picture: np.ndarray, theme: Theme, role: str, slack: int = 6) -> np.ndarray:
    """Return where a picture has a role's colour."""
    code = theme.colour(role)
    wanted = np.array([int(code[at : at + 2], 16) for at in (1, 3, 5)])
    return (np.abs(picture - wanted) <= slack).all(axis=-1)
