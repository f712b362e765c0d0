"""Words of our subjects that the dictionaries do not have yet: peoples, beliefs, persecution, the net.

A speller that stumbles over them in every article is turned off. Names of peoples and places with a decided spelling
are the glossary's.
"""

_SPANISH = """
corán coranes dron drones bahaí bahaíes jueza juezas panchen hui han hanes conectividad acrónimo acrónimos tribus
suní suníes sunita sunitas chií chiíes chiita chiitas hazara hazaras rohinyás rohingya rohingyas túrquico túrquica
túrquicos túrquicas yazidí yazidíes yazidi surcoreana surcoreanas norcoreana norcoreanas taiwanesa taiwanesas
hongkonesa hongkonesas kazaja kazajas kirguisa kirguisas uzbeka uzbekas tayika tayikas turcomana turcomanas mongola
mongolas todoterreno todoterrenos videollamada videollamadas videovigilancia tuit tuits tuitear tuiteó tuitearon
hackear hackeo hackeos bloguero bloguera blogueros blogueras bloguear podcast podcasts app apps geolocalización
feminicidio feminicidios genocida genocidas etnocidio lingüicidio biométrico biométrica biométricos biométricas hiyab
hiyabs niqab burka burkas madrasa madrasas halal sharía saría yihad yihadista yihadistas yihadismo islamofobia
islamófobo islamófoba sinización sinizar sinizado sinizada empoderamiento resiliencia resiliente resilientes
sostenibilidad implementación implementar implementado implementada visibilización visibilizar lideresa lideresas
afrodescendiente afrodescendientes cisgénero transgénero vulneraciones inequidad inequidades coronavirus exprés online
internet escáner escáneres dalái panchen párroco visa visas email wifi móvil clic
"""
_FRENCH = """
hazara hazaras hui huis panchen bahaï bahaïe bahaïs linguicide linguicides rohingya rohingyas sinisation siniser crypto
visio
"""
_MORE = {"es": frozenset(_SPANISH.split()), "fr": frozenset(_FRENCH.split())}


def list_more_words(language: str) -> frozenset[str]:
    """The further words of a language, in lower case."""
    return _MORE.get(language, frozenset())
