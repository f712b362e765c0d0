"""What a project has decided about typography, address and the weight of its checks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tms.values.vocabulary import Severity


class FrenchSpace(StrEnum):
    """The no-break space of French punctuation: U+202F before ; ! ? and U+00A0 elsewhere is the classic rule."""

    ANY = "any"
    CLASSIC = "classic"
    NARROW = "narrow"
    FULL = "full"


class SpanishQuotes(StrEnum):
    """The quotation marks of the first level in Spanish."""

    ANY = "any"
    ANGULAR = "angular"
    CURLY = "curly"


class Address(StrEnum):
    """How readers are spoken to: tu or vous, tú or usted."""

    ANY = "any"
    FORMAL = "formal"
    FAMILIAR = "familiar"


class Variant(StrEnum):
    """Whose Spanish is written."""

    ANY = "any"
    SPAIN = "es-ES"
    AMERICA = "es-419"


class Choice(StrEnum):
    """Whether a house rule is left to the translator or asked for."""

    ANY = "any"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class HouseRules:
    """The house rules of a project; with none set, whatever is right somewhere passes.

    `severities` override those of the checks, by check id; None turns a check off.
    """

    french_space: FrenchSpace = FrenchSpace.ANY
    spanish_quotes: SpanishQuotes = SpanishQuotes.ANY
    curly_apostrophe: Choice = Choice.ANY
    address: Address = Address.ANY
    spanish_variant: Variant = Variant.ANY
    plain_gender: Choice = Choice.ANY
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
