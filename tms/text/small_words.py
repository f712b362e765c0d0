"""The small words of the three languages: articles, prepositions, short verbs."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written with spaces."""
    return frozenset(words.split())


DETERMINERS: dict[str, dict[str, tuple[str, str]]] = {
    "fr": {
        **dict.fromkeys(
            [
                "les",
                "des",
                "aux",
                "ces",
                "ses",
                "leurs",
                "nos",
                "vos",
                "mes",
                "tes",
                "plusieurs",
                "quelques",
                "deux",
                "trois",
            ],
            ("", "plural"),
        ),
        **dict.fromkeys(("certains", "nombreux", "tous"), ("m", "plural")),
        **dict.fromkeys(("certaines", "nombreuses", "toutes"), ("f", "plural")),
        **dict.fromkeys(("le", "un", "du", "au", "ce", "cet"), ("m", "singular")),
        **dict.fromkeys(("la", "une", "cette"), ("f", "singular")),
    },
    "es": {
        **dict.fromkeys(word_set("los unos estos esos aquellos algunos muchos otros varios"), ("m", "plural")),
        **dict.fromkeys(word_set("las unas estas esas aquellas algunas muchas otras varias"), ("f", "plural")),
        **dict.fromkeys(("el", "un", "del", "al", "este", "ese", "aquel"), ("m", "singular")),
        **dict.fromkeys(("la", "una", "esta", "esa", "aquella"), ("f", "singular")),
        **dict.fromkeys(("sus", "nuestros", "dos", "tres"), ("", "plural")),
    },
}

_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": word_set(
        """a an the and or but nor as at by for from in into of off on onto over per than to under until up via with
        without within about across after against among around before behind between during since through toward
        is are was were be been being am has have had having do does did will would shall should can could may
        might must who whom whose which that this these those there here it its he him his she her they them
        their we us our you your i my me not no yes so if when while where why how what because although though
        both either neither also too very still already just only even ever never now then again more most less
        many much some any all each every other another such said says say told live lives lived living face
        faces faced remain remains alike"""
    ),
    "fr": word_set(
        """le la les l un une des du de d au aux à en dans sur sous par pour avec sans contre vers chez entre depuis
        pendant et ou où mais donc or ni car que qu qui dont quoi comme si ne n pas plus moins très est sont
        était étaient être été a ont avait avaient avoir eu sera seront fut furent se s ce c cet cette ces son sa
        ses leur leurs il ils elle elles on nous vous je tu y lui eux même aussi ainsi encore déjà toujours
        jamais tout tous toute toutes"""
    ),
    "es": word_set(
        """el la los las lo un una unos unas de del a al en con sin por para contra hacia hasta desde entre sobre
        bajo ante según y e o u ni pero sino mas que quien quienes cual cuyo como si no más menos muy es son era
        eran está están estaba estaban fue fueron ser sido ha han había habían haber hay será serán se su sus mi
        tu este esta estos estas ese esa esos esas aquel él ella ellos ellas nosotros les le me te nos ya también
        aún todavía siempre nunca todo todos toda todas cuando donde"""
    ),
}

# Words that may have lost the space before them ("uigurson") or after them ("losuigures"). Left out are all
# that are endings or beginnings of words too: uigur+es, torturar+los, tortureront, culturel+les, travail+leur.
_GLUED_AFTER: dict[str, frozenset[str]] = {
    "fr": word_set(
        """est sont ont était étaient avait avaient fut furent dans qui par pour sur avec une vers dont mais comme
        depuis contre chez entre pas plus"""
    ),
    "es": word_set(
        """son está están estaba estaban fue fueron han ha había habían hay será serán que con por para del de un
        una sin sobre como pero más muy desde hasta entre contra cuando donde también viven"""
    ),
}
_GLUED_BEFORE: dict[str, frozenset[str]] = {
    "fr": word_set("les aux une leurs dans qui que avec mais dont cette plusieurs chez"),
    "es": word_set("los las unos unas una del estos estas que muchos muchas algunos algunas como pero"),
}


def get_function_words(language: str) -> frozenset[str]:
    """The function words of a language, in lower case; none for an unknown one."""
    return _FUNCTION_WORDS.get(language, frozenset())


def is_glued_after(word: str, language: str) -> bool:
    """Whether a lower-case word may have run together with the term before it."""
    return word in _GLUED_AFTER.get(language, ())


def is_glued_before(word: str, language: str) -> bool:
    """Whether a lower-case word may have run together with the term after it."""
    return word in _GLUED_BEFORE.get(language, ())
