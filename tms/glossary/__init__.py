"""Concepts, their inflected forms, and what they say of a text."""

from tms.glossary.conflicts import Problem, find_conflict
from tms.glossary.csv_files import parse_glossary_csv, serialize_glossary_csv, serialize_glossary_tsv
from tms.glossary.file_format import GlossaryFormat
from tms.glossary.grammar import Inflection
from tms.glossary.index import TermIndex
from tms.glossary.inflection import expand_forms, list_inflections
from tms.glossary.offers import list_target_forms, list_term_cards, make_term_card
from tms.glossary.toml_reader import parse_glossary
from tms.glossary.toml_writer import serialize_glossary_toml
from tms.glossary.verdict import find_term_spots

GLOSSARY_FORMATS: tuple[GlossaryFormat, ...] = (
    GlossaryFormat("toml", ".toml", parse_glossary, serialize_glossary_toml),
    GlossaryFormat("csv", ".csv", parse_glossary_csv, serialize_glossary_csv),
    GlossaryFormat("tsv", ".tsv", parse_glossary_csv, serialize_glossary_tsv),
)

__all__ = [
    "GLOSSARY_FORMATS",
    "GlossaryFormat",
    "Inflection",
    "Problem",
    "TermIndex",
    "expand_forms",
    "find_conflict",
    "find_term_spots",
    "list_inflections",
    "list_target_forms",
    "list_term_cards",
    "make_term_card",
    "parse_glossary",
    "parse_glossary_csv",
    "serialize_glossary_csv",
    "serialize_glossary_toml",
    "serialize_glossary_tsv",
]
