"""Words that decide whether French elides before them or contracts.

An h is mute before one of the `MUTE_STEMS` and aspirated in `ASPIRATED_GENDER`; of others nothing is said. Of names in
capitals only the ones listed elide: “de Uighur Times” is read as its owners read it.
"""

from tms.text.small_words import word_set

_MUTE = """
habil habit haleine hallucin harmon hebdomad héberg hébét hébreu hectare hélas hélic héméro hémi hémo herbe herbo
hérédit hérési héritag hériter héritier héroïne héroïque héroïsme hésit hétér heure heureu hexag hilar hirond histoire
histori hiver hivern holocauste homéo homici hommage homme homo honnê honneur honor hôpital horaire horizon horlog
horreur horrible horrif hospi hosti hôte hôtel huile huissier huître humain humani humble humec humeur humid humili
humori humour hydr hygiè hymne hypno hypo
"""
MUTE_STEMS = tuple(_MUTE.split())

_ASPIRATED = {
    "m": "héros hasard harcèlement handicap handicapé haut hall hangar hameau harem hublot hurlement huis-clos havre",
    "f": "haine honte hausse hiérarchie halte hauteur haie hanche harpe hutte houle",
}
ASPIRATED_GENDER = {word: gender for gender, words in _ASPIRATED.items() for word in words.split()}

# They begin with a vowel and do not elide, or they are loans and abbreviations that people treat as they like.
FREE = word_set(
    """onze onzième onzièmes oui ouistiti ouistitis ouate ouaté ouolof uhlan uhlans ululement ululer ou et ouf
    ouille ouh où oh ah eh euh i e a o u è é ï iourte iode yeux email emails ersatz"""
)
# After “de” these numbers are read one by one: de un à dix.
ONE = word_set("un une")
ONE_GOES_ON = word_set("à ou et pour sur")

_NAMES = """
Ouïghour Ouighour Ouïgour Ouigour Ouzb Ouganda Ukrain Uruguay Union Unesco Université Europe Europé Euras Espagn Égypt
Egypt Éthiop Ethiop Éryth Équat Écoss Estonie Érevan Afriq Afric Afghan Albani Albanai Algéri Algér Allemand Allemagne
Amériq Améric Anglai Angleterre Arab Argentin Arméni Asie Asiat Assemblée Austral Autrich Azerb Inde Indien Indon Irak
Iran Irland Islam Island Israël Itali Istanbul Ankara Athènes Amsterdam Alep Almaty Astana Achgabat Addis Alger Aksou
Oslo Ottawa Odessa Ouroumtsi Urumqi Ürümqi Orient Occident Ouest Organisation Observatoire Académie Agence Alliance
Ambassade Association Atlantique Himalaya Internet Institut État Etat Église Eglise Élysée Émirat Emirat Armée Assyri
Araméen Oural Océan Antarcti Arctique Évangile Évangél Inquisition Holocauste Histoire Homme Antiquité Empire Allah Amdo
"""
_PEOPLE = """
Amnesty Ilham Abdul Ahmad Ahmed Ahmet Alim Amina Anwar Erkin Adrian Alexandre Alain André Anne Antoine Arthur Emmanuel
Éric Élisabeth Isabelle Olivier
"""
PEOPLE_STEMS = tuple(_PEOPLE.split())
NAME_STEMS = (*_NAMES.split(), *PEOPLE_STEMS)
ACRONYMS = word_set("ONG ONU UE OTAN OMS OIT OSCE OIM OMC OCDE AFP AIEA UNESCO UNICEF OACI OEA OPCW IATA ARN ADN AG")

# After “de le”, “à les” these are objects of a verb to come: de le voir, à les y conduire, de les leur rendre.
PRONOUNS = word_set(
    """y en lui leur moi toi nous vous ne pas plus mieux bien mal trop tant tout tous toute toutes rien jamais toujours
    encore aussi déjà faire laisser voir dire moins presque même ici là un une deux trois quatre"""
)
# Nouns that end as infinitives do.
NOUNS_LIKE_VERBS = word_set(
    """quartier dossier ouvrier ouvriers prisonnier papier métier cahier courrier atelier calendrier sentier fichier
    chantier héritier policier officier février janvier danger pouvoir soir espoir désespoir trottoir
    couloir miroir mémoire territoire ministère frère père livre titre cadre centre nombre maire genre monstre contre
    maître peintre ministre membre désastre théâtre cimetière caractère mystère critère monastère registre semestre
    trimestre chapitre décembre septembre octobre novembre quatre reste avenir désir plaisir souvenir martyr tir mer
    fer hiver cancer leader hier dernier premier passager étranger berger boulanger désert meurtre ordre sucre beurre
    bourreau juge greffier huissier banquier financier sanctuaire fonctionnaire volontaire propriétaire dictionnaire
    salaire adversaire anniversaire commissaire secrétaire séminaire laboratoire réfectoire dortoir interrogatoire
    observatoire dispensaire locataire commentaire questionnaire formulaire itinéraire terre guerre affaire chair
    air-conditionné offre chiffre coffre Havre Caire Maire"""
)
