"""`script`: a program in torch, NumPy or Keras that prints the values and gradients of one sample."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from explorer.analysis.scripts import ScriptFailure, script
from explorer.cli.messages import CommandError
from explorer.cli.watched import state_of

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Print the script that *Reproduce as code* shows in the window."""
    try:
        sys.stdout.write(script(state_of(arguments), arguments.framework))
    except ScriptFailure as failure:
        raise CommandError(str(failure)) from failure
    return 0
