"""Everyday English words, to see a single one that was left in a translation.

They tell something only of a word that stands in the source as well; loans that French or Spanish writers use are left
out. `lexicon` has the words that are looked for without a source.
"""

import re

from tms.checks.lexicon import ENGLISH_ONLY, is_english_only
from tms.checks.shared_words import SHARED

_WORDS = """
able absence accept accepted account accuse achieve act acting action actor add added address adult advice advocate
affair afford afternoon age agency agree agreed agreement ahead aim air airport allow ally amount angry announce
announced annual anxiety apart apartment apologise apology appeal appear appeared apple approach approve april area
argue argued argument arm army arrange arrival arrive arrived artist ash ashamed aside asleep assault assembly assess
assessment assets assist assistance attempt attend attended attitude audience august aunt available avoid awake award
aware awful baby backed background bad badly bag ban band banished bank banned banner bare barely bark barn barracks
barrier based basic basis basket bath battle beach bear beard beat beautiful beauty bedroom bedtime bees beg beginning
behave behaviour bell belong belongings belt bench bend benefit beside bet betray better bible bicycle big bike bill
billion bind bird birthday bitter blame blanket blast bleed bleeding bless blind block bloody bloom blue board boat
bodies body bomb bone bookseller bookshop boot border borderland boring borrow bother bottle bottom bound bow bowl
boyfriend brain branch brave bread break breakfast breaking breast breathe breathing brick bride bridge brief bright
bring bringing broad broadcast brown brush brutality bug build builder building bullet burden buried burn burned burst
bury bush business busy butcher butter button buy buyer cabin cage cake calendar calm camera camp campaign cancelled
candle detainee schoolchildren hearings
candy captive captivity cards career careful carefully carpet carriage carried carry carrying cart castle cat catch
cattle caught caused caution ceased ceiling celebrate celebrated celebration ceremony certain certainly chain chair
change changed channel chapter character charity chase cheap cheat check checked cheek cheese chest chicken chief chin
choose chose chosen christian christmas circle citizen civilian claim claimed class classmate classroom clean cleaned
clear clearly cleric clerk clever client cliff climate climb clock close closed closer cloth clothes clothing cloud
coal coast coat coffee coffin cold collapse collar colleague collect collected collection college colour come comfort
comfortable coming command commitment committed committee common companies company compared compelled complaint
complete completed completely compound computer concern concerned concert conditions conduct conference confess
confession confident confirm confirmed connect connected conscience consider considered contact contain content
contest control controlled convert convict convicted conviction convince cook cooking cooperate copper copy corn
corpse corridor corrupt costs cough council count counted counter couple courage course courtroom courtyard cousin
cover covered cow craft create created creek crew cried cries criminal critic critical crop crossed crossing crowd
crowded crown cruelty cry crying cup cupboard curfew curtain custody custom customer cut cutting daily damage damaged
danced dancer danger dangerous dare dared daughters dawn deadly deaf deal dear debate debt decade decide decided
decision declare declared decline deep deeply deer defeat defence defend defendant defended defender defiance defy
degree delay delayed delegate deliver delivered demand demanded democracy denied denounce departure depend deportation
deported depth deputy desert deserted deserve desire desk despair desperate destroyed destruction detail detailed
detain detention determined develop developed development device devoted diary diet difference different difficult
difficulty dig digging dignity dinner diplomat direct directly dirt dirty disabled disagree disappear disappearance
disaster discover discovered discuss discussed discussion disease dish dismissed disorder display disputed dissent
dissident distance distant distress district disturb diverse divided divorce doctor dog doll donate donation donor
door dorm dormitory double doubt dozen draft drank draw drawer drawing drawn dread dress dressed drew dried drink
drinking drive driven driver drop dropped drought drove drown drowned drum drunk dry due dull dumb dump dusk dust
dusty duties dwelling dying eager ear earlier earn earned earthquake easily east eastern easy eat eaten eating echo
edge edited edition editor educate educated education effect effort egg eight eighteen eighth eighty elbow elder
elderly elect elected election electric electricity eleven embassies embassy embrace emerge emerged emergency emotion
emotional employ employed employee employer employment enable enacted encourage encouraged endured enemies enemy
energy enforce enforced enforcement engage engaged engine engineer enjoy enjoyed enormous ensure enter entered
entering enterprise entire entirely entitled entrance entry envelope environment envoy equal equally equipment erase
erased especially essay essential establish established estate estimate estimated eternal ethnic evening event
everyday everywhere exact exactly exam examination example excellent except exchange excited execute executed
execution exercise exhibition exile exist existed existence exit expect expected expel expelled expensive experience
experienced expert explain explained explanation export expose exposed express expressed expression extend extended
extensive extent extreme extremely eyewitness fabric fail failed failure faint fair fairly faithful falling false fame
familiar famine famous fare farewell farmed fashion fast faster fasting fat fault favour favourite fearful feast
feather february federal fee feeble feeding feeling feet fell fellow felt female fence fever few fewer fiction fierce
fifteen fifth fifty fighter filed fill filled finally finance financial find finding finger finish finished fired
firewood firm first fish fisherman fishing fit five fix fixed flag flame flat flavour flesh flew flies float flock
flood floor flow flower flying focus focused fog fold folk fool foot footprint forbid forbidden forehead foreigner
forest forgave forge forget forgetting forgive forgiveness form formal formed former fortnight fortress fortune forty
forward foster fought foundation founded founder four fourteen fourth fox fragile frame framed frank freely freeze
freezing frequent frequently fresh friday friendly friendship frightened front frozen fruit fulfil fund funeral funny
fur furious furniture fury future gain gained gallery game gap garden garlic gas gate gather gathering gaze gender
general generation generous gentle gently gesture ghost giant gift girl girlfriend give glad glance glass glasses
glory glove goal goat god gold golden good goodbye gown grab gradually grain grandchild grandchildren granddaughter
grandfather grandmother grandparents grandson grant granted grape grass grateful gratitude gravestone great greater
greatest greatly greet greeted greeting grew grey grieve grip grocery group grow grown guarded guess guest guide
guided guideline gun habit half halt hammer handcuffed handcuffs handed handful handle handwriting handwritten hang
hanged hanging happen happily happiness happy harass harassed harassment harbour hard harder hardly hardship harm
harmed harmless harmony harsh hat hated hatred haunt haunted headed heading headline headquarters headscarf
headscarves heal healed healing health healthy heap heat heated heaven heavily heavy heel height heir helpful helping
helpless hen herb herd herder heritage hero heroes hesitate hesitated hiding high higher highest highway hill hint
hire hired historian historic historical history hit holder hole holiday hollow homeland homeless homesick homework
honest honestly honey honour honoured hook hopeful hopeless horizon horror horse hospital host hostage hostile hot
hourly households houses housewife huge human humble humiliated humiliation hunt hunter hurried hurry hurt hut hymn
ice idea identified identify identity ill illegal illegally illness image imagined immediate immediately impact
implement import important impose imposed impossible imprison imprisonment improve improved improvement incident
include included income increase increased indeed independence independent indicate indicted individual indoor
industry infant influence inform information informed inherit injured injury injustice ink inner innocent inquiries
inquiry insist insisted inspect inspected inspection inspector instance instead institution instruct instructed insult
insulted intelligence intend intended intent interest interested interesting internal international interpreter
interrogate interrogated interrogation interrupted introduce introduced invade invasion invent investigate
investigated investigating investigation investigator invitation invited involve involved iron island issue issued
item jacket jam january jaw jewel jewellery jews job joined joining joint joke journal journalism journalist judged
judges judgments judicial july jump jumped june juror jury justice justified justify keen keeper keeping keeps kettle
key kick kicked kid kidney kilometre kin kind kindness kings kiss kissed kitchen knee kneel knelt knife knives knock
knocked knot knowing knowledge laboratory labourer lack lacked ladder lake lamb lamp landed landing landlord landscape
lane languages large largely larger largest last lasted late lately latter laugh laughed laughing laughter laundry
lawful lawsuit lawyer lay layer lazy lead leaf leaflet league leak leaked leaking lean learned learner learning
leather leaving lecture lecturer led leg legal legally legend lend length lent lesson letter letting level liar
liberty libraries library licence license lid lied lifetime lift lifted lighter lighthouse lightning liked likewise
limb limit limited line lined linked lip liquid list listen listened listener listening literally literary literature
little livelihood lively liver livestock load loan loaned location lock lodge log loneliness lonely longer longing
looked looking looks loose lose losing loud loudly loudspeaker loved lovely lover loving lower loyal loyalty luck
lucky luggage lullabies lullaby lunch lung lure luxury lying machine machinery mad magic main mainland mainly maintain
maintained major majority maker male manage managed mankind manner manual manuscript map march marched marchers mark
marked market marriage marry mass massacre match matches material matter mattress mayor meadow meal measure measured
meat mechanic medal medical medicine medium member memoir memorial mended mention mentioned merchant mercy mere merely
mess message messenger metal method midday middle midnight midst midwife mighty military milk mill minds mined miner
minister ministry minor minorities minority miracle mirror misery mislead misleading missed mission mist mistake
mistaken mistress mix mixed mob mock mocked mode model modern modest moment monday monk monster monthly monument mood
moon moonlight mortar mostly motherland motion mount mountain mountainside mourn mourned mourners mouse move movement
movie moving mud mule multiple murderer murders muscle museum mushroom music musician mutual mysterious mystery myth
nail naive naked namely narrative narrow nasty nation national nationwide native natural naturally nature near nearby
nearest neat necessarily necessary necessity neck necklace needle negative neglect neglected negotiate negotiations
neighbourhood neighbouring nephew nerve nervous nest net newborn newly newspapers nice nickname niece nine nineteen
ninety ninth nod nodded noise noisy nomad nonsense noodle noon normally north northern nose notebook noted notice
noticed notorious novel novelist november nuclear nun nurse nut oak object objected obligation observed observer
obstacle obtain obtained obvious obviously occasion occasionally occupation occupy occur occurred ocean october odd
offence offend offended offer offered office officer official officially oil oldest ongoing onion opener opening
operate operated operation operator opinion opponent opportunity oppose opposed opposite opposition oppress oppressed
oppression option orange orchard order ordinary organise organised organiser origin originally orphanage otherwise
outcome outcry outdoor outer outlaw outlawed outrage outsider outskirts outspoken outstanding oven overall overcome
overcrowded overhear overheard overnight overseas oversee overthrow overwhelmed owe owed owl owned ownership oxen pace
pack package packed packet page paid paint painted painter painting pair palace pale palm panic paper parade paragraph
pardon pardoned parent parenthood parish park parliament parliamentary part partial partially participate
participation particular particularly parties partly partner pass passage passed passenger passing passion passport
password past paste pastor pasture path patience patient patrol patrolled pattern paused pavement paying peaceful
peacefully peach peaches peak pear peasant peculiar pen penal penalties pencil pension people pepper perceive percent
perfect perfectly perform performance performed peril period permanent permission permit permitted perpetrator
persecute persist persistent person personal personally personnel persuaded petition phase phone phrase physical
physically physician pick picked picking picture piece pierce pig pigeon piled pilgrim pilgrimage pill pillar pillow
pilot pine pink pioneer pit pitch pity placed plague plain plainly plaintiff plane planned plant planted plastic plate
plateau platform play played player playground playing plea pleaded pleasant please pleased pleasure pledge pledged
plenty plot plough plunder pneumonia pocket poem poet poetry point pointed poison poisoned pole policemen policies
polite politely political politician politics poll pollution pond pool poorest poorly popular population port portrait
position positive possess possession possibility possible possibly postcard postman postpone postponed pot potato
potatoes pottery pour poured powder powerful powerless practical practically practice practise practised praise
praised pray prayers praying preach preached preacher precious precisely predict prefer preferred pregnancy pregnant
prejudice premises prepare prepared preparing presence present presented preserve preserved president press pressed
pressure pressured presumably pretend pretended pretext pretty prevail prevent prevented prevention previous
previously prey price pride priest primary prince princess principle print printed printer printing prior priority
privacy private privately privilege prize probably problem proceed proceedings process processing proclaim produce
produced producer product production profession professional professor profile profit profound programme progress
prohibit prohibited prohibition project prolonged prominent promise promised promote promoted prompt prone proof
propaganda proper properly property prophet proposal propose proposed prosecute prosecuted prosecution prosecutor
prospect protect protected protecting protection protective protester protestors proud proudly prove proved proven
proverb provide provided provider province provision provoke public publication publicly publish publisher pull pulled
pulling punch punish pupil puppet purchase purchased pure purple purpose purse pursue pursued pursuit push pushing
puzzled qualified quality quantity quarrel quarter queen quest questioned questioning queue queued quick quickly quiet
quietly quilt quit quite quota quotation quote quoted rabbit race racism racist rack rage raided rail railings railway
rain rained rainy raise raising rallies rally ran random range rank ransom rapid rapidly rare rarely rat rate ratified
raw ray razor reach reaching react reaction reader readily real realise realised reality realm rear reasonable
reasonably reassure rebuild rebuilt recall recalled receive receiving reception reckless recognise recognised
recognition recommend recommendation recommended recorded recorder recording recover recovered recovery recruit
recruited rector recycle redemption reduce reduced reduction refer reference referred reflect reflected reflection
reform reformed refrain refuge refusal refuse refusing regain regard regarded regarding regional register registered
registration registry regret regretted regular regularly regulation rehearsal rehearse reign reject rejected rejection
relation relationship relay release releasing relevant reliable relied relief relieved religion reluctant rely
remainder remaining remark remarkable remarked remedy remembered remembers remembrance remind reminded reminder
remorse remote removal remove removed removing rent rented reopen reopened repair repaired repay repeal repeat
repeated repeatedly repent replace replaced replied reply report reporting represent representative represented
repress repressed repression reprisal reproach republic reputation requested requests require requirement rescue
rescued research researcher resemble reserve reserved residence resident resign resignation resigned resistance
resisted resolution resolve resolved resort resource respect respected respectful respond responded response
responsibility responsible rest restaurant rested restless restore restored restrain restrict restricted restriction
result resulted resume resumed retain retained retaliate retaliation retired retirement retreat retreated retrial
return returned returnees returning reveal revealed revenge reversed review reviewed reviewer revised revoke revoked
revolt revolution reward rewarded rhyme rhythm rib ribbon rice rich rid ridden ride rider ridge ridiculous riding
right righteous rightful rightly ring riot rioters ripe ripped rises rising risk risked rites ritual riverbank rivers
road roadside roar roast robbed robbery robin rocky rod rode role roll rolled roman roof room roommate root rooted
rope rotten rough roughly round rounded rouse route routine row royal rub rubber rubbish rubble rude rug ruin ruined
ruled ruling rumour run runner running rush rushed rust rusty ruthless sack sacked sacrifice sacrificed sad saddle
sadly sadness safeguard safely sail sailed sailor saint sake salary salt salty sample sanction sanctioned sanctuary
sand sandals sandstorm sang sank sat satellite satisfied saturday savage save saved saving saying scale scandal scar
scarce scarcely scared scarf scarred scarves scatter scattered scene scenery schedule scheduled scheme scholar
scholarship schoolboy schoolgirl schoolteacher science scientific scientist scissors scope score scorn scream screamed
screaming screens screw scripture scroll sculptor sculpture sea seal sealed searched searching season seat seated
second secondly secretary secretly section secure secured securing seed seemingly segregation seize seized seizing
seizure seldom select selected selection selfish sell seller selling send sending sensation sense senseless sensitive
sent sentence separate separately separation september sequence sergeant series serious seriously sermon servant serve
served service serving session setting settle settled settlement settler seven seventeen seventh seventy severe
severely sew sewing sewn sex sexual shade shake shaken shaking shallow shape shaped shark sharp sharply shattered
shave shaved shawl shed sheep sheer sheet shelf shell shelter sheltered shelves shepherd shield shift shifted shine
shining ship shipment shipped shirt shiver shock shocked shocking shoe shoelaces shone shook shoot shooting shop
shopkeeper shore shortage shorter shortly shot shoulder shout shouted shouting shovel shower showing shrine shut
shutters shy sick sickness side siege sieve sigh sighed sight signal signature significance significant silently silk
silver similar similarly simply sincere sincerely sing singer singing sink sinking sit sitting situated six sixteen
sixth sixty size sized skating skies skilful skill skilled skin skirt skull sky slap slapped slaughter slaughtered
sleeping sleepy sleeve slender slept slice slid slide slight slightly slim slip slipped slippers slope slow slowly
smart smash smashed smell smelled smile smiled smiling smoke smoked smoking smooth smuggle smuggled smuggler snake
snatch snatched sneak snow snowed snowy soaked soap sob sober socks soft softly soldiering sole solely solemn solid
solidarity solitary solution solve solved somebody somehow sometime somewhat sons sore sorrowful sorry sort sorted
sought souls sound sounded soup sour south southern southwest sovereign sowed space spade spare spark sparrow spat
spear special specialist species specific spectacle spectators spell spelled spend spending spider spill spilled
spirit spiritual spit spite splendid split spoil spokesman spokesperson spokeswoman spontaneous spoon spotted spread
spreading springtime spy spying squad squares squeeze squeezed stab stabbed stability stable stadium stage staged
stain stained stair staircase stairwell stale stall stamp stamped star stare stared start starting startled starvation
starve starved starving statement statesman station stationed statistics statue status statute steady steal stealing
steam steel steep stem stepfather stepmother stepped steps sterilisation sterilization stick stiff stigma still stir
stirred stitch stomach stone stood stool stop stopping storage store stored storm stormy storyteller stove straight
strain strange strangely strategy straw stream strength strengthen stretch stretched stretcher strict strictly strikes
striking string strip stripped stroke stronger strongest strongly struck structure struggle struggled struggling
stubborn stuck studied studies study studying stuff stumble stumbled stunned stupid style subject subjected submit
submitted subsequent substance substantial suburb succeed succeeded success successful successfully successor sudden
suddenly sue sued sufferer sufficient sugar suggest suggested suggestion suit suitable suitcase sum summary summer
summit summon summoned sun sunday sunflower sung sunlight sunny sunrise sunset superior supervised supervision
supervisor supper supplied supplies supply supporter supporting supportive suppose supposed supposedly suppress
suppressed suppression supreme sure surely surface surgeon surgery surname surprise surprised surprising surrender
surrendered surround surrounded surrounding survey survive survived surviving suspect suspected suspend suspended
suspicion suspicious sustain swallow swallowed swam swamp sway swear swearing sweep sweet swell swept swift swiftly
swim swimmer swimming switch switched swollen swore sworn symbol sympathetic sympathy symptom synagogue system
systematic systematically tablet tactics tail tailor take takeover taking talent talented talk talked talking tall tap
target targeted targeting task taste tasted tax taxes tea teach teaches teaching team teapot tear technical technique
technology teenage teenager teeth telegraph telephone telescope television telling temper temperature temporarily
temporary tempt temptation tempted ten tenant tend tendency tenderly tenderness tense tension tent tenth term terribly
terrified territory terror terrorism terrorist tested testified text textbook textile thank thanked thankful theatre
theft theme theory thick thief thieves thin thinker thirst thirsty thirteen thirtieth thirty thorn thorough thoroughly
thoughtful threat threaten threatening three threshold threw thrill thrilled throat throne throw throwing thumb
thunder thursday ticket tide tidy tie tied tight tightly till timber time timely timid tin tiny tip tired tissue title
toast tobacco toe toil toilet tolerance tolerate tomb tombstone tone tongue tonight tool tooth topic torch torturer
toss totally touch touched touching tough tourism tourist towel tower town townspeople toy traced track tracked trader
tradesman tradition traditional traditionally traffic trafficked trafficker trafficking tragedy tragic trail trained
trains traitor transcript transfer transferred transform transformed translate translated translation translator
transmit transport transported trap trapped trash traumatic travel travelled traveller travelling tray treason
treasure treasury treat treated treaties treatment treaty tree tremble trembled trembling tremendous trench trend
trespass tribe tribute trick tricked tries trigger trip triumph troop trouble troubled trousers truck truly trumpet
trunk trusted truthful tube tuesday turkey turn twelfth twelve twentieth twenty twice twins twist twisted type typed
typewriter typical typically tyranny tyrant ugly ultimate ultimately umbrella unable unanimous unanimously unarmed
unaware unbearable unbroken uncertainty uncle unclear uncover undergo undergone underground underneath understandable
understanding understood undertake underwear unease uneasy unemployed unemployment unexpected unexpectedly unfair
unfairly unfinished unfortunate unfortunately unhappy unharmed unheard uniform union unique unit unite unity universal
university unjust unjustly unlawful unlawfully unlikely unlock unlocked unmarked unnecessary unpaid unpleasant
unprecedented unpredictable unpublished unravel unrelated unsafe unseen unsettled unspeakable untouched unusual
unwilling upheld uphold upright uprising uproar upset upstairs urban urgency urgent urgently useful useless user usual
usually utter utterly vacant vain valid value valued vanish vanished variety various vast vegetable vehicle veil
veiled vein venture venue verge version vessel veteran vicious victory view viewer vigil villager vineyard violate
violated violation violent violently violin virtually virtue vision visited visiting visitor visits vivid vocabulary
vocational void volume volunteer volunteered voted voter voting vowed voyage vulnerable wage waist waited waiter
waiting wake waking walk walked walking wander wandered wandering warden warehouse warm warmly warmth warn warned
warrant warrior wash washed washing waste wasted watch watchdog watches watchful watching watchman watchtower waters
wealth wealthy wear wearing weary weather weave weaver weaving wed wedding wednesday weed weekly weep weeping weigh
weighed weight weird welcomed welfare well wept west wet whale wheat wheel wheelchair whip whipped whispered whispers
whistle white widely widen widespread widowed widower widows width wildly willing willingly willow win wind window
wine wing winner winning winter wipe wiped wire wired wisdom wise wish wished wishes wishing wit witch withdraw
withdrawal withdrawn withdrew withheld withhold withstand woke wolf wolves won wonder wondered wonderful wondering
wood wooden wool woollen word worded wordless workforce workman workmen workplace workshop worldwide worm worn worried
worries worry worrying worsen worsened worship worshipped worshipper worth worthless worthy wound wounded woven wrap
wrapped wreath wreck wrist writer writing wrongdoing wrongful wrongfully wrongly yarn yearly yell yelled yellow yield
younger youngest youthful zeal budget record
"""
_EVERYDAY = frozenset(_WORDS.split())
_TINY = frozenset(("my", "we", "is", "it", "by"))

_LETTERS = re.compile(r"[^\W\d_]+")


def may_have_english(text: str, language: str) -> bool:
    """Whether a text has any small or first word that tells English from the language, or is full of great ones."""
    words = _LETTERS.findall(text)
    if not TELLING_WORDS[language].isdisjoint(words):
        return True
    great = [word.lower() for word in words if not word.islower()]
    telling = [word for word in great if word in TELLING_WORDS[language]]
    return bool(telling) and (words[0].lower() == telling[0] or len(telling) * 2 > len(words))


def is_left_over(word: str, language: str) -> bool:
    """Whether a lower-case word that stands in the English source cannot be one of the language."""
    if is_shared(word, language):
        return False
    if len(word) <= 2:
        return word in _TINY
    return word in _EVERYDAY or word.removesuffix("s") in _EVERYDAY or is_english_only(word)


def is_shared(word: str, language: str) -> bool:
    """Whether an English word is one of the language as well."""
    shared = SHARED.get(language, frozenset())
    return word in shared or word.removesuffix("s") in shared


_TELLING = frozenset(form for word in _EVERYDAY | ENGLISH_ONLY if word.isalpha() for form in (word, f"{word}s"))
TELLING_WORDS = {
    language: frozenset(word for word in _TELLING if not is_shared(word, language))
    | ({"or"} if language == "fr" else set())
    for language in ("fr", "es")
}
"""Words of which a text in a language that has English in it has one at least."""
