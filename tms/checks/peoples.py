"""Names of peoples, languages and believers in French and Spanish, with their forms.

A line names a people in English, French and Spanish, masculine singular; a feminine that no rule gives stands behind
a slash. Left out are names that are a country, a first name or a title as well (Suisse, Corse, Han, Romain, Libia).
"""

from dataclasses import dataclass

from tms.text.small_words import word_set

_PEOPLES = """
uyghur,uighur : ouïghour ouighour ouïgour : uigur
chinese : chinois : chino
tibetan : tibétain : tibetano
mongolian,mongol : mongol : mongol
mongolian : - : mongólico
kazakh : kazakh kazakhe : kazajo kazako
kyrgyz : kirghize : kirguís kirguiso
uzbek : ouzbek/ouzbèke : uzbeko
tajik : tadjik/tadjike : tayiko
turkmen : turkmène : turkmeno turcomano
turkish,turk : turc/turque : turco
turkic : turcique turcophone : túrquico
russian : russe : ruso
ukrainian : ukrainien : ucraniano
belarusian : biélorusse bélarusse : bielorruso
polish,pole : polonais : polaco
german : allemand : alemán
austrian : autrichien : austriaco austríaco
french : français : francés
english : anglais : inglés
british : britannique : británico
scottish : écossais : escocés
irish : irlandais : irlandés
spanish,spaniard : espagnol : español
portuguese : portugais : portugués
italian : italien : italiano
greek : grec/grecque : griego
dutch : néerlandais hollandais : neerlandés holandés
belgian : belge : belga
swedish,swede : suédois : sueco
norwegian : norvégien : noruego
danish,dane : danois : danés
finnish,finn : finlandais finnois : finlandés finés
estonian : estonien : estonio
lithuanian : lituanien : lituano
latvian : letton/lettonne : letón
hungarian : hongrois : húngaro
czech : tchèque : checo
slovak : slovaque : eslovaco
romanian : roumain : rumano
bulgarian : bulgare : búlgaro
serbian,serb : serbe : serbio
croatian,croat : croate : croata
bosnian : bosniaque bosnien : bosnio
albanian : albanais : albanés
georgian : géorgien : georgiano
armenian : arménien : armenio
azerbaijani : azerbaïdjanais azéri : azerbaiyano azerí
chechen : tchétchène : checheno
kurdish,kurd : kurde : kurdo
arabic,arab : arabe : árabe
persian : persan iranien : persa iraní
iraqi : irakien : iraquí
syrian : syrien : sirio
lebanese : libanais : libanés
jordanian : jordanien : jordano
israeli : israélien : israelí
palestinian : palestinien : palestino
egyptian : égyptien : egipcio
saudi : saoudien : saudí
yemeni : yéménite : yemení
tunisian : tunisien : tunecino
algerian : algérien : argelino
moroccan : marocain : marroquí
afghan : afghan/afghane : afgano
pakistani : pakistanais : pakistaní
indian : indien : -
bangladeshi : bangladais : bangladesí
nepalese,nepali : népalais : nepalí nepalés
burmese : birman/birmane : birmano
rohingya : - : rohinyá
thai : thaïlandais thaï/thaïe : tailandés
vietnamese : vietnamien : vietnamita
cambodian,khmer : cambodgien khmer/khmère : camboyano jemer
laotian : laotien : laosiano
indonesian : indonésien : indonesio
malaysian,malay : malaisien malais : malasio malayo
filipino : philippin/philippine : -
japanese : japonais : japonés
korean : coréen nord-coréen sud-coréen : coreano norcoreano surcoreano
taiwanese : taïwanais : taiwanés
cantonese : cantonais : cantonés
mandarin : - : -
manchu : mandchou/mandchoue : manchú
hebrew : - : hebreo
yiddish : - : -
australian : australien : australiano
canadian : canadien : canadiense
american : américain : estadounidense americano norteamericano
mexican : mexicain : mexicano
guatemalan : guatémaltèque : guatemalteco
cuban : cubain : cubano
colombian : colombien : colombiano
venezuelan : vénézuélien : venezolano
peruvian : péruvien : peruano
chilean : chilien : chileno
argentinian,argentine : argentin/argentine : argentino
brazilian : brésilien : brasileño
african : africain : africano
ethiopian : éthiopien : etíope
eritrean : érythréen : eritreo
sudanese : soudanais : sudanés
somali : somalien : somalí
nigerian : nigérian/nigériane : nigeriano
rwandan : rwandais : ruandés
congolese : congolais : congoleño
european : européen : europeo
asian : asiatique : asiático
western : occidental/occidentale : -
jewish,jew : juif/juive : -
roma : - : -
hongkonger : hongkongais : hongkonés
tatar : tatar tatare : tártaro
pashtun : pachtoune : pastún
bengali : bengali/bengalie : bengalí
kashmiri : cachemiri/cachemirie : cachemir
tamil : tamoul/tamoule : tamil
berber : berbère : bereber
tuareg : touareg/touarègue : tuareg
sri-lankan : sri-lankais : ceilanés
bhutanese : bhoutanais : butanés
singaporean : singapourien : singapurense
timorese : timorais : timorense
papuan : papou/papoue : papú
filipino : philippin/philippine : filipino
emirati : émirati/émiratie émirien : emiratí
qatari : qatari/qatarie qatarien : catarí
kuwaiti : koweïtien : kuwaití
omani : omanais : omaní
bahraini : bahreïnien : bareiní
libyan : libyen : -
mauritanian : mauritanien : mauritano
sahrawi : sahraoui/sahraouie : saharaui
senegalese : sénégalais : senegalés
malian : malien : maliense
ivorian : ivoirien : marfileño
ghanaian : ghanéen : ghanés
cameroonian : camerounais : camerunés
chadian : tchadien : chadiano
angolan : angolais : angoleño
mozambican : mozambicain : mozambiqueño
zimbabwean : zimbabwéen : zimbabuense
kenyan : kényan/kényane : keniano
ugandan : ougandais : ugandés
tanzanian : tanzanien : tanzano
burundian : burundais : burundés
south-african : sud-africain : sudafricano
bolivian : bolivien : boliviano
ecuadorian : équatorien : ecuatoriano
paraguayan : paraguayen : paraguayo
uruguayan : uruguayen : uruguayo
panamanian : panaméen : panameño
nicaraguan : nicaraguayen : nicaragüense
honduran : hondurien : hondureño
salvadoran : salvadorien : salvadoreño
haitian : haïtien : haitiano
jamaican : jamaïcain : jamaicano
icelandic,icelander : islandais : islandés
maltese : maltais : maltés
cypriot : chypriote : chipriota
slovene,slovenian : slovène : esloveno
montenegrin : monténégrin/monténégrine : montenegrino
macedonian : macédonien : macedonio
moldovan : moldave : moldavo
kosovar : kosovar/kosovare : kosovar
parisian : - : parisino
londoner : londonien : londinense
berliner : berlinois : berlinés
new-zealander : néo-zélandais : neozelandés
latin-american : latino-américain : latinoamericano
north-african : nord-africain maghrébin/maghrébine : norteafricano magrebí
siberian : sibérien : siberiano
caucasian : caucasien : caucásico
scandinavian : scandinave : escandinavo
slavic,slav : - : eslavo
flemish : - : flamenco
galician : galicien : gallego
mapuche : mapuche : mapuche
catalan : catalan/catalane : catalán
basque : basque : vasco
"""
_BELIEVERS_FR = """
chrétien musulman/musulmane bouddhiste catholique protestant/protestante orthodoxe chiite sunnite évangélique
évangéliste luthérien calviniste méthodiste baptiste pentecôtiste mormon/mormone salafiste yézidi/yézidie copte
druze sikh/sikhe soufi/soufie chamaniste zoroastrien bahaï/bahaïe alaouite ismaélien wahhabite anglican/anglicane
hindouiste taoïste lamaïste islamique
"""
_BELIEVERS_ES = """
musulmán cristiano católico protestante budista judío hindú ortodoxo evangélico islámico suní chií chiita sunita
luterano calvinista metodista bautista pentecostal mormón salafista yazidí copto druso sij sufí chamanista
zoroástrico alauita ismailí anglicano taoísta hinduista lamaísta
"""
_FAITHS = {
    "fr": """christianisme bouddhisme catholicisme protestantisme judaïsme hindouisme taoïsme lamaïsme animisme chiisme
    sunnisme""",
    "es": """cristianismo budismo catolicismo protestantismo judaísmo hinduismo taoísmo lamaísmo animismo chiismo
    sunismo""",
}
_TONGUES = {
    "fr": "mandarin yiddish farsi ourdou hindi swahili pachto",
    "es": "mandarín yidis farsi urdu hindi suajili pastún",
}
# These are countries too.
_COUNTRIES = word_set("china argentina noruega siria palestina serbia bosnia estonia armenia indonesia malasia")
_ES_PLAIN = dict(zip("áéíóú", "aeiou", strict=True))


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name: `kind` is "people", "believer", "faith" or "tongue"; `english` are the names of its people."""

    kind: str
    english: tuple[str, ...] = ()
    gender: str = ""
    number: str = ""


def _list_french(row: str) -> list[tuple[str, str, str]]:
    masculine, _, feminine = row.partition("/")
    feminine = feminine or _feminize_french(masculine)
    plural = (
        masculine
        if masculine.endswith(("s", "x"))
        else f"{masculine[:-2]}aux"
        if masculine.endswith("al")
        else f"{masculine}s"
    )
    is_both = feminine == masculine
    number = "" if plural == masculine else "singular"
    gender = "" if is_both else "m"
    forms = [
        (masculine, gender, number),
        (feminine, "" if is_both else "f", "singular"),
        (f"{feminine}s", "" if is_both else "f", "plural"),
    ]
    return [*forms, (plural, gender, "plural")] if plural != masculine else forms


def _feminize_french(word: str) -> str:
    if word.endswith("e"):
        return word
    return f"{word}ne" if word.endswith(("ien", "éen")) else f"{word}e"


def _list_spanish(masculine: str) -> list[tuple[str, str, str]]:
    if masculine.endswith("o"):
        stem = masculine[:-1]
        forms = [masculine, f"{stem}a", f"{masculine}s", f"{stem}as"]
    elif masculine[-2:] in ("és", "án", "ín", "ón"):
        stem = masculine[:-2] + _ES_PLAIN[masculine[-2]] + masculine[-1]
        forms = [masculine, f"{stem}a", f"{stem}es", f"{stem}as"]
        if masculine == "kirguís":
            forms = [masculine, "kirguisa", "kirguises", "kirguisas"]
    elif masculine == "español":
        forms = [masculine, "española", "españoles", "españolas"]
    elif masculine.endswith(("í", "ú")):
        return [(masculine, "", "singular"), (f"{masculine}es", "", "plural"), (f"{masculine}s", "", "plural")]
    else:
        plural = f"{masculine}s" if masculine[-1] in "aeá" else f"{masculine}es"
        return [(masculine, "", "singular"), (plural, "", "plural")]
    return list(zip(forms, ("m", "f", "m", "f"), ("singular", "singular", "plural", "plural"), strict=True))


def _collect(language: str) -> dict[str, Form]:
    forms: dict[str, Form] = {}
    expand = _list_french if language == "fr" else _list_spanish
    for line in _PEOPLES.strip().splitlines():
        english, *names = (part.strip() for part in line.split(" : "))
        for row in names[0 if language == "fr" else 1].split():
            for word, gender, number in expand(row) if row != "-" else ():
                forms.setdefault(word, Form("people", tuple(english.split(",")), gender, number))
    for row in (_BELIEVERS_FR if language == "fr" else _BELIEVERS_ES).split():
        for word, gender, number in expand(row):
            forms.setdefault(word, Form("believer", (), gender, number))
    forms.update(dict.fromkeys(_FAITHS[language].split(), Form("faith")))
    forms.update(dict.fromkeys(_TONGUES[language].split(), Form("tongue", ("mandarin",))))
    return {word: form for word, form in forms.items() if language == "fr" or word not in _COUNTRIES}


PEOPLES = {language: _collect(language) for language in ("fr", "es")}
"""The forms of each language, in lower case."""
