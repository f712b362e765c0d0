"""Words of Spain and of America, the doubtful ones with the English that they must stand for."""

import re

from tms.text.small_words import word_set

_DETERMINER = (
    r"(?:el|la|un|una|su|mi|tu|los|las|sus|mis|tus|del|al|este|esta|ese|esa|cada|otro|otra|unos|unas|nuestro|nuestra"
    r"|nuestros|nuestras|dos|tres|varios|varias|de|por|sin|con)"
)


def _compile(words: str) -> re.Pattern[str]:
    """The words as they stand, also with a capital."""
    rules = (
        rf"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}".replace("_", " ").replace(r"\ ", " ")
        for word in words.split()
    )
    heads = "".join(sorted({sign for word in words.split() for sign in (word[0], word[0].upper())}))
    return re.compile(rf"(?<!\w)(?=[{heads}])(?:{'|'.join(rules)})(?!\w)")


_SPAIN = """
ordenador ordenadores coger cogerlo cogerla cogerlos cogerlas cogerse coge cogen coges cogemos
cogido cogida cogidos cogidas cogiendo cogió cogieron cogí cogía cogían cogerá cogerán aparcar aparca aparcan aparcó
aparcaron aparcado aparcada aparcados aparcaba aparcaban aparcando aparcamiento aparcamientos zumo zumos patata patatas
autocar autocares fontanero fontaneros fontanera melocotón melocotones carné_de_conducir billete_de_tren
billetes_de_tren billete_de_autobús billetes_de_autobús billete_de_avión billetes_de_avión rotulador rotuladores jersey
jerséis cerilla cerillas chándal chaval chavales cacahuete cacahuetes a_por_ella a_por_ellos a_por_él a_por_ellas
gilipollas lavavajillas bañador bañadores albornoz
"""
_AMERICA = """
computador computadora computadores computadoras laptop laptops balacera balaceras mesero mesera meseros meseras plomero
plomeros plomera durazno duraznos parqueadero parqueaderos parquear parqueó parqueado parquean platicar
platicaron platicó platicaba platicaban platicando plática pláticas en_carro celulares teléfono_celular
teléfonos_celulares ahorita nomás checar frazada frazadas cobija cobijas afiche afiches estampilla
estampillas chamaco chamacos chamaca alberca playera playeras cacahuate cacahuates rentar
rentaron rentó boletería elevador elevadores
"""
SPANISH_WORD = _compile(_SPAIN)
AMERICAN_WORD = _compile(_AMERICA)


def _sense(english: str, spanish: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"\b(?:{english})\b", re.IGNORECASE), re.compile(rf"\b(?:{spanish})(?!\w)")


SPANISH_SENSE = re.compile(r"\b(?=[mbBpceg])(?:móvil|[Bb]illete|paro|piso|matrícula|carn[eé]|enfad|gafas)")
SPANISH_SENSES = (
    _sense(r"\w*phones?|mobiles?|cells?", rf"{_DETERMINER} móvil(?:es)?"),
    _sense(r"tickets?", r"[Bb]illetes?"),
    _sense(r"unemploy\w+|out of work|jobless", r"(?:en|el) paro"),
    _sense(r"flats?|apartments?", rf"{_DETERMINER} pisos?"),
    _sense(r"licen[cs]e plates?|number plates?|registration plates?", r"matrículas?"),
    _sense(r"driving licen[cs]es?|driver['’]s licen[cs]es?", r"carn[eé]s? de conducir"),
    _sense(r"angry|anger", r"enfad(?:ad[oa]s?|arse|ó|aron|o)"),
    _sense(r"glasses", rf"{_DETERMINER} gafas"),
)
"""Words that are of Spain where they stand for the English ones; the pattern tells whether any may be there."""
AMERICAN_SENSE = re.compile(
    r"\b(?=[cbmdjJpPlLaAeEv])(?:c(?:elular|arro|uadra)|[Bb]oleto|manej|departamento|[Jj]ugo|[Pp]apa|[Ll]entes"
    r"|[Aa]nteojos|[Ee]stacion|vereda|banqueta|enoj|licencia)"
)
AMERICAN_SENSES = (
    (re.compile(""), re.compile(rf"\b{_DETERMINER} celular(?:es)?(?!\w)")),
    _sense(r"cars?|vehicles?", rf"{_DETERMINER} carros?(?! de )"),
    _sense(r"tickets?", r"[Bb]oletos?"),
    _sense(
        r"driv(?:e|es|ing|er|ers|en)|drove",
        r"manej(?:ar|a|an|aba|aban|ó|aron|ado|ando)(?= (?:un|una|el|la|su|hasta|por|de noche|toda|hacia|a))",
    ),
    _sense(r"flats?|apartments?", rf"{_DETERMINER} departamentos?"),
    _sense(r"juices?", r"[Jj]ugos?"),
    _sense(r"potato(?:es)?", r"[Pp]apas?"),
    _sense(r"glasses|spectacles", r"(?:[Ll]entes|[Aa]nteojos)"),
    _sense(r"park(?:s|ed|ing)?", r"[Ee]stacion(?:ar|ó|aron|ado|ada|ados|amientos?)"),
    _sense(r"blocks?", rf"{_DETERMINER} cuadras?"),
    _sense(r"pavements?|sidewalks?", rf"{_DETERMINER} (?:veredas?|banquetas?)"),
    _sense(r"angry|anger", r"enoj(?:ad[oa]s?|arse|ó|aron|o)"),
    _sense(r"driving licen[cs]es?|driver['’]s licen[cs]es?", r"licencias? de (?:conducir|manejo)"),
)
WAKING_WORDS = word_set(f"{_SPAIN} {_AMERICA}".replace("_", " ")) - word_set(
    "a de del la por él ella ellas ellos en un tren carné autobús avión conducir teléfono teléfonos"
) | word_set(
    "móvil móviles billete billetes paro piso pisos matrícula matrículas carné enfadado enfadada gafas "
    "celular celulares carro carros boleto boletos departamento departamentos jugo jugos papa papas lentes anteojos "
    "ustedes vosotros vídeo vídeos video videos"
)
