"""False friends: English words, the French and Spanish words that look like them, and what is meant as a rule.

An entry: English words : words that look alike : what the English means : English words for which these are right. An
indented line goes on with the one before.
"""

FRENCH = """
conviction convictions : conviction convictions : “condamnation” : belief beliefs faith convinced persuasion
resigned resign resigns : résigné résignée résignés résigner résigna : “démissionner” : accepted accept acceptance
suppress suppressed suppresses suppression : supprimer supprimé supprimée supprimés supprimées suppression :
    “réprimer”, “étouffer” : abolish abolished delete deleted remove removed removal cut cuts
audience audiences : audience audiences : “public” : hearing hearings court tribunal
secular : séculaire séculaires : “laïque” : centuries century old ancient
offence offences offense offenses offender offenders : offense offenses offensé offensés : “infraction” : insult
    insulted offended
phrase phrases : phrase phrases : “expression” : sentence sentences
prevent prevented prevents preventing : prévenir prévenu prévenus prévient prévenait : “empêcher” : warn warned
    prevention tell told inform informed
exhibition exhibitions : exhibition exhibitions : “exposition” : display show
deliver delivered delivers delivery : délivrer délivré délivrée délivrance : “livrer”, “remettre” : free freed
    rescue issue issued release
assume assumed assumes assuming : assumer assumé assume assument assumait : “supposer” : responsibility take took
    taken shoulder
resume resumed resumes resuming : résumer résumé résumée résume résumait : “reprendre” : summary summarise summarize
    sum
rest rested resting : rester resté restée restent : “se reposer” : stay stayed remain remained left
retire retired retires : retirer retiré retirée : “prendre sa retraite” : withdraw withdrew withdrawn remove removed
trivial : trivial triviale triviaux : “insignifiant” : vulgar coarse
delay delays delayed : délai délais : “retard” : deadline deadlines notice limit time
stage stages : stage stages : “étape”, “scène” : internship training course traineeship
location locations : location locations : “lieu” : rent rental lease
petrol : pétrole : “essence” : oil crude
deputy deputies : député députée députés : “adjoint” : parliament mp mps member members assembly lawmaker lawmakers
supply supplies : supplier suppliés : “fournir” : beg
pretend pretended pretends pretending : prétendre prétend prétendait prétendu prétendirent : “faire semblant” :
    claim claimed claims alleged
sensitive : sensitif sensitive : “sensible” :
apology apologies : apologie apologies : “excuses” : praise defence advocacy
coin coins : coin coins : “pièce” : corner corners
chair chairs : chair : “chaise”, “président” : flesh
eventually : éventuellement éventuel éventuelle éventuels éventuelles : “finalement” : possibly possible any
    potential potentially
actually actual : actuellement actuel actuelle actuels actuelles : “en fait”, “réel” : now current currently today
    present presently
evidence : évidence évidences : “preuves” : obvious obviously evident
inhabited inhabitant inhabitants : inhabité inhabitée inhabités inhabitées : “habité” : uninhabited
deception deceptions : déception déceptions : “tromperie” : disappointment disappointments disappointed
library libraries : librairie librairies : “bibliothèque” : bookshop bookshops bookstore bookstores bookseller
prosecuted prosecute prosecutes prosecution : persécuté persécutée persécutés persécutées persécuter persécution :
    “poursuivre en justice” : persecuted persecute persecution
comprehensive : compréhensif compréhensive compréhensifs compréhensives : “complet” : understanding
sympathetic : sympathique sympathiques : “compatissant”, “bien disposé” : nice friendly likeable
sensible : sensible sensibles : “raisonnable” : sensitive significant tender
injury injuries injured : injure injures injurié injuriée injuriés : “blessure” : insult insults insulted abuse
physician physicians : physicien physicienne physiciens physiciennes : “médecin” : physicist physicists
ultimately : ultimement dernièrement : “en fin de compte” : recently
parole : parole : “libération conditionnelle” : word words speech floor
journey journeys : journée journées : “voyage” : day days daily
process processes : procès : “processus” : trial trials prosecution court case lawsuit due
prejudice prejudices : préjudice préjudices : “préjugé” : harm damage damages loss injury detriment
surname surnames : surnom surnoms : “nom de famille” : nickname nicknames nicknamed
fabric fabrics : fabrique fabriques : “tissu” : factory factories works make makes made produce produces
emphasis : emphase : “accent”, “insistance” : bombast pomp
attend attended attends attending : attendre attendu attendue attend attendait attendent attendaient : “assister à”
    : wait waited waiting waits await awaited awaiting expect expected expects expecting look looked queue line
    stood hope hoped
grievance grievances : grièvement : “grief” : seriously severely badly
hazard hazards hazardous : hasard hasards hasardeux : “danger” : chance coincidence random accident accidentally
lecture lectures : lecture lectures : “conférence” : reading readings read
bribe bribes bribed bribery : bribe bribes : “pot-de-vin” : snatches fragments
rude : rude rudes : “grossier” : rough harsh hard tough
vacation vacations : vacation vacations : “vacances” : session duty
advertisement advertisements : avertissement avertissements : “publicité” : warning warnings notice
affluent : affluent affluents : “riche” : tributary tributaries
casualties casualty : casualité casualités : “victimes” :
candid : candide candides : “franc” : naive
consistent : consistant consistante consistants consistantes : “cohérent” : solid thick hearty
confidence : confidence confidences : “confiance” : secret secrets secretly private confided
disgrace : disgrâce : “honte” : favour favor
fatality fatalities : fatalité fatalités : “morts” : fate fatalism inevitable
malicious : malicieux malicieuse : “malveillant” : mischievous
supplier : supplier : “fournisseur” : beg plead
tentative : tentative : “provisoire” : attempt attempts attempted
trespassing trespass trespassed : trépasser trépassé : “entrer sans droit” : died
vicious : vicieux vicieuse : “brutal” : perverse
officer officers : officieux : “agent” : unofficial unofficially
scholar scholars : écolier écoliers scolaire scolaires : “universitaire” : school schools pupil pupils schoolboy
    schoolchildren
harass harassed harassing : harassé harassée harassés harassées : “harceler” : exhausted
"""

SPANISH = """
constipated : constipado constipada : “estreñido” : cold
conviction convictions : convicción convicciones : “condena” : belief beliefs faith convinced persuasion
assist assisted assists assisting assistance : asistir asistió asistieron asistía asisten : “ayudar” : attend
    attended attends present
assume assumed assumes : asumir asumió asume asumen asumía : “suponer” : responsibility take took taken office role
    post
suburb suburbs : suburbio suburbios : “barrio residencial”, “afueras” : slum slums shanty
parent parents : pariente parientes : “padres” : relative relatives kin
remove removed removes removing : remover removió removido removieron : “quitar”, “retirar” : stir stirred
record recorded records : recordar recordó recordado recuerda recordaron : “grabar”, “registrar” : remember
    remembered recall recalled remind reminded
application applications apply applied : aplicación aplicaciones : “solicitud” : implementation enforcement software
    app phone
arena : arena : “estadio” : sand
college colleges : colegio colegios : “universidad” : school schools bar association
discuss discussed : discutir discutió discutieron discutido : “hablar de” : argue argued quarrel
disgust disgusted : disgusto disgustos disgustado disgustada : “asco” : upset annoyed displeased
large : largo larga largos largas : “grande” : long length
luxury : lujuria : “lujo” : lust
parade parades : parada paradas : “desfile” : stop stops station
plague : placa placas : “peste” : plate plates plaque plaques badge
presently : presentemente : “dentro de poco” :
preservative preservatives : preservativo preservativos : “conservante” : condom condoms
sane : sano sana sanos sanas : “cuerdo” : healthy sound safe
sentence sentences : sentencia sentencias : “frase” : prison jail court sentenced judge verdict ruling years
sensitive : sensitivo sensitiva : “sensible” : sensory
stranger strangers : extranjero extranjeros : “desconocido” : foreigner foreigners foreign abroad
tramp tramps : trampa trampas : “vagabundo” : trap traps
vase : vaso vasos : “jarrón” : glass glasses cup
dinner : dinero : “cena” : money
eventually : eventualmente : “al final”, “con el tiempo” : occasionally possibly possible potentially
actually : actualmente : “en realidad” : now currently today present presently nowadays
actual : actual actuales : “real” : now current currently today present
embarrassed embarrassing embarrassment : embarazada embarazadas embarazo : “avergonzado” : pregnant pregnancy
inhabited inhabitant inhabitants : inhabitado inhabitada inhabitados inhabitadas : “habitado” : uninhabited
pretend pretended pretends pretending : pretender pretendió pretendía pretende pretenden pretendían pretendieron :
    “fingir” : try tried tries aim aimed intend intended seek sought want wanted
library libraries : librería librerías : “biblioteca” : bookshop bookshops bookstore bookstores bookcase
attend attended attends attending : atender atendió atendieron atienden atendía atendían : “asistir a” : treat
    treated care help helped serve served heed
deception deceptions : decepción decepciones : “engaño” : disappointment disappointments disappointed
exit exits : éxito éxitos : “salida” : success successes successful hit
success successes : suceso sucesos : “éxito” : event events incident incidents
sensible : sensible sensibles : “sensato” : sensitive
carpet carpets : carpeta carpetas : “alfombra” : folder folders file files
fabric fabrics : fábrica fábricas : “tela” : factory factories plant plants mill mills
molest molested : molestar molestó molestado molestada molestaron : “abusar de” : bother bothered annoy disturb
    disturbed
policy policies : policía policías : “política” : police officer officers policeman policemen
ultimately : últimamente : “en última instancia” : lately recently
comprehensive : comprensivo comprensiva comprensivos comprensivas comprensible : “completo” : understanding
    understandable
sympathetic : simpático simpática simpáticos simpáticas : “comprensivo” : nice friendly likeable
journey journeys : jornada jornadas : “viaje” : day days session sessions conference workday
injury injuries injured : injuria injurias injuriado injuriada : “herida”, “lesión” : insult insults insulted abuse
    libel
compromise compromises compromised : compromiso compromisos : “acuerdo”, “concesión” : commitment commitments
    engagement pledge pledges
casualty casualties : casualidad casualidades : “víctima” : chance coincidence
topic : tópico tópicos : “tema” : cliché clichés stereotype
quiet : quieto quieta quietos quietas : “tranquilo”, “callado” : still motionless
notice notices noticed : noticia noticias : “aviso” : news report
advertise advertised advertisement advertisements advertising : advertir advertencia advertencias advertido :
    “anunciar” : warn warned warning warnings
apology apologies : apología apologías : “disculpa” : defence defense advocacy
contest contested : contestar contestó contestado contestada contestaron : “impugnar” : answer answered reply
    replied
disgrace : desgracia desgracias : “vergüenza” : misfortune misfortunes tragedy sadly unfortunately
facilities facility : facilidad facilidades : “instalación” : ease ability easy easily
idiom idioms : idioma idiomas : “modismo” : language languages
lecture lectures : lectura lecturas : “conferencia” : reading readings read
scholar scholars : escolar escolares : “erudito”, “académico” : school schools schoolchildren pupil pupils student
    students
vicious : vicioso viciosa viciosos viciosas : “brutal” : addicted vice circle
rope ropes : ropa ropas : “cuerda” : clothes clothing dress
soap : sopa sopas : “jabón” : soup
salvage salvaged : salvaje salvajes : “rescatar” : wild savage brutal
translate translated : trasladar trasladó trasladado trasladada : “traducir” : move moved transfer transferred
prejudice prejudices : perjuicio perjuicios : “prejuicio” : harm damage damages detriment loss
intoxicated : intoxicado intoxicada intoxicados : “ebrio” : poisoned
grocery groceries : grosería groserías : “comestibles” : rude insult swear
bribe bribes bribed : bribón : “soborno” : rascal
resume resumed resumes resuming : resumir resumió resumen resumieron resume : “reanudar” : summary summarise
    summarised summarize summarized summary sum
realise realised realize realized realises realizes : realizar realizó realizaron realiza realizado : “darse cuenta”
    : carry carried make made perform performed hold held achieve achieved fulfil fulfilled
support supported supports supporting : soportar soportó soportaron soporta soportan : “apoyar” : bear endure
    endured suffer suffered withstand stand bore put
"""
