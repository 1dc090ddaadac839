"""What is on the screen as a short program in torch, NumPy or Keras, which prints the same numbers."""

from explorer.analysis.scripts.prelude import FRAMEWORKS
from explorer.analysis.scripts.writing import ScriptFailure, script

__all__ = ["FRAMEWORKS", "ScriptFailure", "script"]
