"""The editor in plain lines, for screen readers and braille: everything that happens is said."""
