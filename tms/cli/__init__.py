"""The command line: thin commands over workflow."""

from tms.cli.app import list_commands, run

__all__ = ["list_commands", "run"]
