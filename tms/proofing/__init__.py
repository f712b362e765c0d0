"""Proofing tools of other people: Hunspell dictionaries and a LanguageTool server of one's own."""

from tms.proofing.dictionaries import Dictionary, find_dictionary, open_dictionary
from tms.proofing.languagetool import GrammarServer, open_grammar_server

__all__ = ["Dictionary", "GrammarServer", "find_dictionary", "open_dictionary", "open_grammar_server"]
