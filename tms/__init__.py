"""Translation management for human-rights articles, from English into French and Spanish."""

__version__ = "0.1.0"
