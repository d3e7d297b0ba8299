"""`python -m minutes_gen` does what the command minutes-gen does."""

import sys

from minutes_gen.cli.command import main

if __name__ == "__main__":
    sys.exit(main())
