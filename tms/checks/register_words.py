"""Forms by which a reader is spoken to in French and Spanish, familiar and formal, lower case."""

import re

from tms.text.small_words import word_set

FRENCH_IMPERATIVES = word_set(
    """écris lis découvre viens fais dis prends envoie choisis soutiens pense sois parle apporte imagine attends clique
    agis rejoins consulte publie achète ajoute allume amène apprends arrête boycotte cherche complète comprends
    conserve contacte continue diffuse donne écoute efface empêche encourage enregistre essaie établis éteins
    évite exige explique exprime imprime indique informe installe interpelle invite jette laisse lève mets
    obtiens ose oublie ouvre paie participe patiente pardonne préfère prépare promets protège quitte raconte
    rappelle réagis reçois recommande refuse regarde relis remplis rends renvoie répète réponds retiens retrouve
    réunis reviens sauvegarde sélectionne signale sors souviens télécharge témoigne traduis transmets utilise
    vérifie abonne crois dépose dessine adhère adopte accompagne accroche affiche aime appelle assieds calme
    chante chéris clame condamne confie consacre défends déplie déploie dénonce dors étudie existe fuis habille
    ignore inscris interroge libère mange mentionne mobilise multiplie nettoie nomme observe occupe organise
    parraine perds persévère pleure propose proteste ramène rapporte reconnais réfléchis respecte resserre
    retourne ris saisis sépare songe supprime surveille tais trouve unis vends verse"""
)
"""Familiar imperatives that at the head of a sentence are nothing else."""
FRENCH_LIKE_NOUNS = word_set(
    """signe partage aide visite marche demande garde livre rencontre adresse commande note montre porte lutte manifeste
    vote pose joins place plante copie passe ferme touche cite filme photographie archive
    marque change veille offre lance range pousse colle réserve réclame tape fabrique"""
)
"""Familiar imperatives that are nouns too, where no article stands behind them."""

FRENCH_FAMILIAR_WORDS = word_set("tu te toi ton ta tes tien tienne tiens tiennes t")
FRENCH_FORMAL_WORDS = word_set("vous votre vos vôtre vôtres")
SPANISH_FAMILIAR_WORDS = word_set("tú te ti tu tus tuyo tuya tuyos tuyas contigo")
SPANISH_FORMAL_WORDS = word_set("usted puede podrá desea quiere conoce sabe tiene necesita")

# English words that speak to the reader, and those that may begin a request.
YOU = word_set("you your yours yourself")
REQUESTS = word_set(
    """add ask avoid book bring buy call check choose click come contact consult copy delete demand do don donate
    download discover enter exercise fill find follow forward get give go help imagine join keep learn leave let
    listen look make meet open park phone pick please print put read register remember report reserve save see
    send share sign stay subscribe tag memorise memorize carry travel apply protest boycott raise host attend
    complete translate record pass bear remain never not support switch take talk tell think try use visit vote
    wait watch write"""
)
# Familiar and formal endings of Spanish that no other person has: recibirás; "detrás", "atrás" do not end so.
SPANISH_FUTURE = re.compile(r"(?<![\w-])[a-záéíóúñü]+(?:[aei]|d|hab|sab|quer)rás(?![\w-])")
SPANISH_VERBS = re.compile(
    r"(?<![\w-])(?:eres|estás|puedes|quieres|debes|tienes|sabes|vives|deseas|prefieres|necesitas|haces|dices|vas"
    r"|vienes|ves|crees"
    r"|piensas|podrías|querrías|deberías|puedas|quieras|tengas|estés|seas|hagas|vayas|sepas|necesites|desees"
    r"|prefieras|conoces"
    r"|recibes|lees|firmas|compartes|envías|escribes|participas|compras|llegas|hablas|ayudas|decides|encuentras|conozcas"
    r"|firmes|puedes|sabrías|recuerdas|imaginas|buscas|fuiste|hiciste|tuviste|has|hayas)(?![\w-])"
)
# Si encuentras; not: si todas las mujeres.
SPANISH_IF = re.compile(
    r"\b[Ss]i (?:no |lo |la |los |las |me |nos )?(?!tod|ell|est|es[ao]s|much|algun|amb|poc|otr|aquell|nuestr"
    r"|vuestr|quien|antes"
    r"|entonces|mujeres|hombres|tales|cuales|ustedes|apenas|ciert|divers|vari|menores|grandes|todavía|autoridades"
    r"|miles)"
    r"(?:[a-zñ]{3,}[ae]s)\b(?! (?:de|del|y|que)\b)"
)
