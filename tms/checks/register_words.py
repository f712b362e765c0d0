"""Forms by which a reader is spoken to in French and Spanish, familiar and formal, lower case."""

import re

from tms.text.small_words import word_set

FRENCH_IMPERATIVES = word_set(
    "écris lis découvre viens fais dis prends envoie choisis soutiens pense sois parle apporte imagine attends "
    "clique agis rejoins consulte"
)
"""Familiar imperatives that at the head of a sentence are nothing else ("signe", "partage", "aide" are nouns too)."""

# Imperatives of calls to readers, familiar and formal.
_SPANISH_IMPERATIVES = """
utiliza utilice · usa use · lee lea · firma firme · dona done · comparte comparta · escribe escriba · busca busque
mira mire · escucha escuche · haz haga · únete únase · súmate súmese · ponte póngase · suscríbete suscríbase
rellena rellene · completa complete · envía envíe · pide pida · ayuda ayude · apoya apoye · visita visite
descarga descargue · sigue siga · reserva reserve · inscríbete inscríbase · infórmate infórmese
comprueba compruebe · cuéntanos cuéntenos · dinos díganos · recuerda recuerde · piensa piense · compra compre
llama llame · deja deje · consulta consulte · participa participe · contacta contacte · regístrate regístrese
imprime imprima · manda mande · cuelga cuelgue · trae traiga · elige elija · escoge escoja · añade añada
copia copie · difunde difunda · exige exija · reclama reclame · pregunta pregunte · responde responda · vota vote
cuéntaselo cuénteselo · cuéntale cuéntele · díselo dígaselo · dile dígale · pídele pídale · escríbele escríbale
escríbenos escríbanos · envíanos envíenos · llévalo llévelo · llévala llévela · hazlo hágalo · dáselo déselo
envíalo envíelo · mándalo mándelo · léelo léalo · cómpralo cómprelo · compártelo compártalo · llámanos llámenos
síguenos síganos · ayúdanos ayúdenos · hazte hágase · acércate acérquese · apúntate apúntese · descubre descubra
conoce conozca · aprende aprenda · lleva lleve · borra borre · aparca aparque · apaga apague · guarda guarde
cambia cambie · evita evite · espera espere · entra entre · haznos háganos · ponlo póngalo · mándanos mándenos
visítanos visítenos · tráenos tráiganos · quédate quédese · fíjate fíjese
"""
_PAIRS = [pair.split() for pair in re.split(r"[·\n]", _SPANISH_IMPERATIVES.strip()) if pair.strip()]

SPANISH_FAMILIAR = frozenset(pair[0] for pair in _PAIRS)
SPANISH_FORMAL = frozenset(pair[1] for pair in _PAIRS)
"""Imperatives; the formal ones are subjunctives too, the familiar ones what somebody does."""

FRENCH_FAMILIAR_WORDS = word_set("tu te toi ton ta tes tien tienne tiens tiennes t")
FRENCH_FORMAL_WORDS = word_set("vous votre vos vôtre vôtres")
SPANISH_FAMILIAR_WORDS = word_set("tú te ti tu tus tuyo tuya tuyos tuyas contigo")
SPANISH_FORMAL_WORDS = word_set("usted")

# English words that speak to the reader, and those that may begin a request.
YOU = word_set("you your yours yourself")
REQUESTS = word_set(
    "add ask avoid book bring buy call check choose click come contact consult copy delete demand do don donate "
    "download discover enter exercise fill find follow forward get give go help imagine join keep learn leave let "
    "listen look make meet open park phone pick please print put read register remember report reserve save see "
    "send share sign stay subscribe support switch take talk tell think try use visit vote wait watch write"
)
# Familiar and formal endings of Spanish that no other person has: recibirás; "detrás", "atrás" do not end so.
SPANISH_FUTURE = re.compile(r"(?<![\w-])[a-záéíóúñü]+(?:[aei]|d|hab|sab|quer)rás(?![\w-])")
SPANISH_VERBS = re.compile(
    r"(?<![\w-])(?:eres|estás|puedes|quieres|debes|tienes|sabes|vives|deseas|prefieres|necesitas|haces|dices|vas"
    r"|vienes|ves|crees"
    r"|piensas|podrías|querrías|deberías|puedas|quieras|tengas|estés|seas|hagas|vayas|sepas|necesites|desees"
    r"|prefieras|conoces"
    r"|recibes|fuiste|hiciste|tuviste|has|hayas)(?![\w-])"
)
# Si encuentras; not: si todas las mujeres.
SPANISH_IF = re.compile(
    r"\b[Ss]i (?:no |lo |la |los |las |me |nos )?(?!tod|ell|est|es[ao]s|much|algun|amb|poc|otr|aquell|nuestr"
    r"|vuestr|quien|antes"
    r"|entonces|mujeres|hombres|tales|cuales|ustedes|apenas|ciert|divers|vari|menores|grandes|todavía|autoridades"
    r"|miles)"
    r"(?:[a-zñ]{3,}[ae]s)\b(?! (?:de|del|y|que)\b)"
)
