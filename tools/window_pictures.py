"""Draw the pictures of the README: the opening study in a light and a dark window.

Run after a change of the screen, then look at them: QT_QPA_PLATFORM=offscreen python -m tools.window_pictures
"""

from pathlib import Path

from explorer.study import examples
from explorer.ui.application import picture

FOLDER = Path(__file__).parent.parent / "assets" / "pictures"

if __name__ == "__main__":
    for theme in ("light", "dark"):
        picture(examples.opening(), FOLDER / f"window-{theme}.png", theme=theme)
