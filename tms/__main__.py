"""`python -m tms` and the command `tms`."""

import sys

from tms.cli import run


def main() -> None:
    """Run the command line."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
