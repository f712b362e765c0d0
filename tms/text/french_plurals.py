"""Which French words are plurals, by their look."""

_INVARIANT_WORDS = """
pays procès accès corps temps abus cas fois mois refus recours discours concours cours parcours secours succès progrès
processus virus campus consensus bras poids puits repas tapis avis colis permis sursis propos repos sens encens dos os
décès excès congrès univers divers français anglais chinois hongrois suédois danois japonais irlandais bois choix voix
croix paix prix noix toux houx faux doux roux heureux gris bas gros las épais soumis mis pris assis
"""
INVARIANT = frozenset(_INVARIANT_WORDS.split())
"""Words that have one form for both numbers, though they look like a plural."""


def is_plural_french(word: str) -> bool:
    """Whether a word looks like a plural; words that end so in the singular too are none."""
    low = word.lower()
    if low in INVARIANT or _is_acronym(word) or low.endswith(("ès", "us", "ois", "ais", "eux")):
        return low.endswith(("eaux", "veux", "jeux", "feux", "lieux")) and low not in INVARIANT
    return len(low) > 3 and low.endswith(("s", "aux", "oux"))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.upper() == word and word.lower() != word
