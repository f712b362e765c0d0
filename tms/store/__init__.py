"""All SQL: plain functions, session first; none of them commits."""
