"""One screen or dialog a file, with its styles beside it."""
