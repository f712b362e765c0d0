"""Words that have no capital within a title: small ones, and the common nouns, adjectives and verbs of this trade.

What names of countries, institutions and works are made of (droits, nations, monde, libre) may stand here too: names
that begin with one of the `HEADS` are left alone as a whole.
"""

import re

from tms.checks.name_words import FRENCH, SPANISH
from tms.text.small_words import word_set
from tms.text.word_list import count_uses

# Small words that hardly begin a name; the others (le, la, de, el) do: La Haye, De Gaulle, El País.
SMALL = {
    "fr": word_set(
        """et ou que qui dans pour par sur avec sans est sont ne pas aux au à un une ses son sa leur leurs ce cette ces
        après avant entre contre chez depuis vers comme mais veut peut plus nous vous ils elles ont été être se en
        d’un d’une qu’il qu’elle qu’ils n’est c’est s’il dont où"""
    ),
    "es": word_set(
        """y que en con por para sin sobre entre su sus se un una es son fue al como más ni o mi mis nos ya hay ha han
        tras contra desde hasta según cuando donde muy ser lo"""
    ),
}
LOOSE = {
    "fr": word_set("le la les de du des l’ d’"),
    "es": word_set("el la los las de del a no e u"),
}
# After an article these make the name of a place or a paper.
AFTER_ARTICLE = word_set(
    """Haye Mecque Caire Havre Monde Croix Figaro Mans Rochelle Réunion Point Paz Habana Haya Meca País Mundo Salvador
    Cairo Vegas Ángeles Coruña Unidos Gaulle Beauvoir Palma Plata Rioja Pampa Vanguardia Razón Nación Jornada Niro
    Villiers Salle Fontaine Guardia Croisette Libre Provence Parisien"""
)

_COMMON_FR = """
aaccord accuse action adieu adopte affaire aide alphabet ami ancien ancienne année ans appel appelle arrêt
arrête article aujourd’hui auteur avenir avis avocat bain balle bande barreau bataille beau belle bilan blanc
blanche boisson bon bonne bout bras bruit bureau bus camp camps cause cellule chaise chambre champ chance
chanson chant chapitre chaque chaîne chemin cher chose ciel cinq clé code colère combat comment complice compte
condamne confiance conflit conférence congé conscience contrôle coup coups courage courrier cri crime crimes
cœur demande dernier derniers dernière dernières deuil deux devoir dialogue dictature dignité disparu disparue
disparus dix doigt don doute drapeau droit droite dénonce détenu détenue détenus eau enfance enfant enfants
enquête entretien esclavage espoir examen exil exilé exilée face faim faute femme femmes feu fil fille filles
film fils fin foi fois force forcé forcée forcées forcés foule froid frontière frontières frère frères fête
garde garçon geôle goût grand grande grands grève guide génocide histoire hiver homme hommes honte image
impunité inconnu infirmière injuste invisible jamais jeune jeunes jour journal journaliste journalistes jours
juge juges justice langue langues larmes lettre lettres liberté libertés libre libres libère libéré libérée
libérés lieu ligne lire lisiez livre livres loi lois long longue longues lutte main mains maison marchandise
marche mari marque marques massacre maître mensonge mer message militant militante militants mille minorité
misère mode moine moines monastère mondial mondiale mort morte morts mosquée mosquées mot mots mourir mur murs
mère mères mémoire naissance neige noir noire noirs nom noms nouveau nouveaux nouvelle nouvelles nuit nuits
objet ombre opinion oubli oublié oubliée oubliés ouvert ouverte ouvrier ouvriers ouvrière paix parent parents
parole paroles part parti passeport passé pays paysan peine personne personnes petit petite petits peuple
peuples peur photo pied plainte plus police politique pont porte portes pourquoi pouvoir poème poète poètes
poésie premier premiers première prendre prennent presse preuve preuves prison prisonnier prisonniers
prisonnière prisons prix prière proche proches procès promesse province publie père pères quatre question
questions quitté rapport refuge refuse regard religion rencontre rester retour rien roman rompt rompu route rue
récit récits réclame réfugié réfugiée réfugiés réponse répression résistance réveil rêve rêves sang santé sauve
sauvé secret secrets semaine sept signe silence silences silencieuse silencieux simple six siècle soir soldat
soldats sort souffrance souvenir souvenirs survivant survivante survivants sœur sœurs table temps terre
testament texte toile tombe torture torturé torturée tous tout toute toutes traduit traduite travail travailleur
travailleurs traversée tribunal triste trois tué tuée tués témoin témoins tête universelle usine usines valise
vent verdict victime victimes vie vies vieux village villages ville villes vivre voie voisin voisins voix vol
voyage vrai vue vues vérité yeux école écran écrire écrivain époux épreuve étranger étudiant étudiante étudiants
labyrinthe chauffeur chauffeurs lecteur lecteurs lectrice lectrices printemps automne règle règles colis récolte
cueilleur cueilleurs coton laine couteau tunnel pluie orage moisson boulanger facteur tailleur pêcheur berger bergers
interprète traducteur traductrice gardien gardiens infirmier chirurgien avocate pasteur prêtre imam évêque orphelin
orphelins veuve veuves jumeaux cousin cousine oncle tante grand-mère grand-père nuage nuages montagne montagnes
désert vallée rivière pays chien chat oiseau oiseaux cheval chevaux loup cage cachot geôlier procureur greffier
banquier marchand marchands ouvrage dictionnaire grammaire manuel carnet cahier cahiers agenda calendrier horloge
montre lampe bougie fenêtre fenêtres miroir cuisine jardin marché boutique ruelle trottoir gare train trains avion
camion camions bateau navire numéro numéros chiffre chiffres seconde minutes heure heures siècles saison saisons
"""
_COMMON_ES = """
aabogada abogado abogados abrazo abuela abuelo abuso abusos acusa acusan adiós agua ahora ajena ajeno alma alto
amigo amigos amor antes aprendió aprueba aprueban arma armas arresto artículo ausencia ausente ausentes autor
ayuda año años baja bajo bandera bandono barco barrio batalla blanca blanco boca bosque buena bueno calle calles
camino caminos campo campos canción cara carta cartas casa casas caso castigo causa caída celda cerca ciego
cielo cien cinco ciudad ciudades clase condena condenado condenados condenan conflicto corazón crimen crisis
cruel crímenes cuaderno cuatro cuento cuerpo culpa cárcel cárceles cómo dar deber delito denuncia denuncian
derecho derechos desaparecida desaparecido desaparecidos desierto después detenida detenido detenidos deuda
diario dibujo diez dignidad dolor dos dura duro día días empleo enemigo entrevista esclavo esclavos escritor
escuela espejo espera esperanza esposa esposo estudiante estudiantes exige exigen exiliado exiliados exilio
familia familias favor fe fiesta fin forzada forzadas forzado forzados foto fotos frena frontera fronteras frío
fuego fuerza futuro fábrica fábricas genocidio gente gobierno gran grande grandes grito guerra guía habla hambre
hermana hermanas hermano hermanos hielo hija hijas hijo hijos historia historias hogar hombre hombres honor hora
hoy huella humana humanas humano humanos idioma iglesia imagen impunidad injusta inocente inocentes invitada
invitado islas jueces juez juicio juicios justicia ladrón larga largo lejos lengua lenguas letra ley leyes
libera liberan libre libres libro libros llanto lluvia lucha lugar luto luz lágrimas madre madres maestra
maestro mano manos mar masa matanza mañana memoria memorias mentira mentiras mezquita mezquitas miedo mil
minoría mirada misterio monasterio monje monjes montaña muerta muerte muerto muertos mujer mujeres mundo muro
muros máquina nacer nada nadie niña niñas niño niños noche noches nombre nombres nueva nuevas nuevo nuevos
número números ocho ojo ojos olvidada olvidadas olvidado olvidados olvido opinión oro otra otro otros padre
padres palabra palabras pan papel pasado paso patria paz país países pena pequeña pequeño perdida perdido
perdidos periodista periodistas perro persecución persona personas pide piden piedra pobreza poema poemas poesía
poeta poetas polvo portavoz pozo pregunta preguntas prensa presa presas preso presos primer primera primero
prisiones prisión proceso prueba pruebas pueblo pueblos puente puerta puertas razón rebelde reconoce recuerdo
recuerdos refugiada refugiado refugiados refugio regreso religión represión respuesta retrato retratos rompe
rompen rosa rosas ruido ruta sangre secreto secretos seis serie señor silencio silenciosa sociedad sociedades
sol soldado soldados soledad solo sombra sombras sueño sueños superviviente supervivientes taller tarde testigo
testigos testimonio testimonios tiempo tiempos tierra todo todos tortura torturado torturas trabajador
trabajadores trabajo trabajos traducido tragedia tren tres tribunal triste tumba tumbas vacía vacías vacío valle
vecino vecinos ventana verdad verdades viaje viajes vida vidas vieja viejo viento viva vivir vivo voces voz
invierno inviernos verano veranos otoño primavera norma normas paquete paquetes regla reglas recolector
cosecha algodón lana laberinto conductor lector lectora cuchillo túnel tormenta panadero cartero sastre
pescador pastor pastores intérprete traductora guardián guardianes enfermera cirujano cura obispo huérfano huérfanos
viuda viudas gemelos primo prima tío tía nube nubes montañas río gato pájaro pájaros caballo caballos lobo jaula
calabozo carcelero fiscal banquero comerciante diccionario gramática manual agenda calendario reloj lámpara vela
ventanas cocina jardín mercado tienda callejón acera estación trenes avión camión camiones cifra cifras
segundo minutos horas siglo siglos estaciones pregunta testimonio apuntes consejo consejos visita visitas
vuelta vuelve víctima víctimas éxito última últimas último últimos única único
"""
_DAYS = {
    "fr": """lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril juin juillet août septembre
    octobre novembre décembre""",
    "es": """lunes martes miércoles jueves viernes sábado enero febrero marzo junio agosto septiembre octubre noviembre
    diciembre""",
}
_COMMON = {"fr": word_set(f"{_COMMON_FR} {_DAYS['fr']}"), "es": word_set(f"{_COMMON_ES} {_DAYS['es']}")}
# Endings that names and English hardly have.
_ENDING = {
    "fr": re.compile(
        r".{3,}(?:ités?|ées?|és|euses?|eux|iques?|aires?|ismes?|istes?|elles?|iers?|ières?|oires?|aux|eurs?|antes|entes|[st]ions?|ments?|[ae]nces?)"
    ),
    "es": re.compile(
        r".{3,}(?:ción|ciones|sión|siones|dad|dades|ados?|adas?|idos?|idas?|miento|mientos|ismo|ista|istas|oso|osa|osos|osas"
        r"|able|ables|ible|ibles|ores|antes|entes|encia|encias|ancia|mente|ico|icos|ica|icas|aria|ario|arios)"
    ),
}
_PLACES = word_set(
    """afrique amérique belgique mexique république républiques corée guinée bruxelles europe atlantique pacifique
arctique antarctique baltique océanie bordeaux montpellier lille angers tours méditerranée orléans marseille
galles moselle polynésie áfrica américa atlántico pacífico báltico asia cantabria méxico colorado granada toledo
canarias baleares trinidad soledad natividad navidad caridad piedad mercedes dolores estados unidos unidas"""
)
# Of names: people, countries, gods, newspapers, days.
_MORE_NAMES = """
marie pierre jean paul rose claire blanche violette marguerite olive iris reine dieu seigneur satan noël pâques
toussaint figaro monde croix libération humanité étoile opéra internet facebook twitter google web allah bouddha
coran bible torah alma rosa ángel ángeles león blanca cruz dios señor navidad pascua maría jesús josé juan luis
carlos victoria gloria esperanza consuelo paloma estrella mercedes santiago santa santo corán biblia nación razón
jornada mundo país lama dalaï dalái chine japon france china japón españa francia alpes rhin seine nil sahara gobi
tian reina rey guadalupe olga irma elena martín tomás lucas marco mario alicia paz luz flor clara perla rocío belén
carmen
"""
_NAMES = {
    "fr": word_set(f"{FRENCH} {_MORE_NAMES}"),
    "es": word_set(f"{SPANISH} {_MORE_NAMES}"),
}
_HEAD_WORDS = """
conseil comité congrès organisation commission cour tribunal assemblée parlement sénat ministère haut-
commissariat union association fédération fondation institut université académie ligue mouvement parti agence
bureau centre musée prix journée convention pacte traité charte statut loi code république région état états
royaume forum observatoire maison chambre société fonds amnesty reporters médecins nations front armée guerre
révolution festival place campagne groupe premier seconde banque cité declaración objetivos principios protocolo
acuerdo consejo comité congreso organización comisión corte tribunal asamblea parlamento senado ministerio
oficina alto unión asociación federación fundación instituto universidad academia liga movimiento partido
agencia centro museo premio día convención pacto tratado carta estatuto ley código república región estado
estados reino foro observatorio casa cámara sociedad fondo amnistía reporteros médicos naciones frente ejército
guerra revolución festival plaza campaña grupo relator relatora secretaría departamento fiscalía defensoría
semana año conferencia cumbre servicio cruz red banco hospital colegio escuela teatro biblioteca archivo club
sala proyecto programa plan marcha
"""
HEADS = word_set(_HEAD_WORDS)
"""Words that begin the name of an institution, a day or a treaty, whose other words have capitals in Spanish."""


# A word met more often in films than this is an ordinary one, if it is no name too.
_FREQUENT = {"fr": 1500, "es": 700}
_LONG_ENOUGH = 4


def is_common(word: str, language: str) -> bool:
    """Whether a word, in lower case, has a capital only at the head of a sentence or in a name."""
    if word in _PLACES:
        return False
    if is_listed(word, language) or _ENDING[language].fullmatch(word) is not None:
        return True
    return (
        len(word) >= _LONG_ENOUGH
        and word not in _NAMES[language]
        and count_uses(word, language) > _FREQUENT[language]
        and count_uses(word, "en") < _FREQUENT[language]
    )


def is_listed(word: str, language: str) -> bool:
    """Whether it is one of the words above, or a plural or feminine of one."""
    known, single = _COMMON[language], word.removesuffix("s")
    return word in known or single in known or single.removesuffix("e") in known
