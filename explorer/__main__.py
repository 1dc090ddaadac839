"""`python -m explorer` is `loss-explorer`."""

import sys

from explorer.cli.program import main

sys.exit(main())
