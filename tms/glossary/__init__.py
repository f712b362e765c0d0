"""Concepts, their inflected forms, and what they say of a text."""

from tms.glossary.conflicts import (
    demand_whole,
    describe_place,
    find_conflicts,
    is_concept_id,
    keep_usable,
    place_problem,
    refuse_problems,
)
from tms.glossary.csv_files import has_own_header, parse_glossary_csv, serialize_glossary_csv, serialize_glossary_tsv
from tms.glossary.file_format import GlossaryFormat, SerializeGlossary
from tms.glossary.folding import strip_marks
from tms.glossary.grammar import Inflection
from tms.glossary.guessing import guess_source_words
from tms.glossary.index import TermIndex
from tms.glossary.inflection import expand_forms, get_primary_language, list_inflections
from tms.glossary.joining import join_concept, join_concepts
from tms.glossary.mentions import CONSISTENCY, FIRST_MENTION, Piece, judge_article, read_piece
from tms.glossary.offers import find_terms, list_target_forms, list_term_cards, make_term_card
from tms.glossary.placing import insert_term
from tms.glossary.quotes import find_quote_spots
from tms.glossary.toml_reader import parse_glossary
from tms.glossary.toml_writer import serialize_glossary_toml
from tms.glossary.verdict import find_term_spots

GLOSSARY_FORMATS: tuple[GlossaryFormat, ...] = (
    GlossaryFormat("toml", ".toml", parse_glossary, serialize_glossary_toml),
    GlossaryFormat("csv", ".csv", parse_glossary_csv, serialize_glossary_csv),
    GlossaryFormat("tsv", ".tsv", parse_glossary_csv, serialize_glossary_tsv),
)

__all__ = [
    "CONSISTENCY",
    "FIRST_MENTION",
    "GLOSSARY_FORMATS",
    "GlossaryFormat",
    "Inflection",
    "Piece",
    "SerializeGlossary",
    "TermIndex",
    "demand_whole",
    "describe_place",
    "expand_forms",
    "find_conflicts",
    "find_quote_spots",
    "find_term_spots",
    "find_terms",
    "get_primary_language",
    "guess_source_words",
    "has_own_header",
    "insert_term",
    "is_concept_id",
    "join_concept",
    "join_concepts",
    "judge_article",
    "keep_usable",
    "list_inflections",
    "list_target_forms",
    "list_term_cards",
    "make_term_card",
    "parse_glossary",
    "parse_glossary_csv",
    "place_problem",
    "read_piece",
    "refuse_problems",
    "serialize_glossary_csv",
    "serialize_glossary_toml",
    "serialize_glossary_tsv",
    "strip_marks",
]
