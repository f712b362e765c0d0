"""English words that are words of French or of Spanish as well."""

_FRENCH = """
absence abuse abuses accuse action actions after age air argue argument arrange arrive assistance attend attitude
audience baby background banner basket bible bicycle bill billion bitter blues bodies body border brave breakfast
brick budget building bush business butter buttons cage cake camp camps captive carry catch caution certain chair
chairs change changes charge charges cheap chose clean client close coffin collapse collection compound computer
concert conditions confession confessions confident conscience contact content continues conviction corridor couple
courage course court courts cousin cousins creek cries crimes custom customs damage danger deal destruction direct
discussion dissent dissident dissidents distance distant district diverse divorce donation donations double driver
drivers dry due effort efforts empire employer encourage engage enter exact excellent exhibition exile exiles
existence exit expert experts export exports expose express expression extensive face faces famine fat feeling
feelings fiction finance finish fit focus folk foot forge former fortune four fragile front fruit fruits future gain
gap gaze glass goal grain gratitude grave graves grief grip guide guides habit habits hit horizon hostile hot houses
humble humiliation image images impact import important impose impossible incident incidents infant influence
information injustice innocent inspection instance institution intelligence international interrogation interrogations
interview invasion investigation investigations invitation issue issues item items jacket jam job jobs joint journal
jury justice kick kings labour labourer large layer lecture legs lent liberty licence lie lied lies lift location log
longer looks lover loyal machine machines main major manage massacre massacres match matches medium meeting mention
message messages miner miracle mission mix mode moment moments monument motion mule multiple muscle narrative nation
national nations native nature net nets news noise notice notices obligation observer obstacle occasion occupation
office offices official opinion opinions oppose opposite opposition oppression option orange organise organiser outlaw
outrage outsider outsiders package page pages pain pair palace pale panic parade pardon parent parents part partial
participation parties passage passion patience patient patients pattern patterns pavement penalties pension people
peoples percent performance permanent permission permit persistent personnel phase phone phones phrase pigeon pilot
pine pitch plain plane plans plant plants plastic plate plateau plates plot point points poison pole policemen
pollution population port portrait position positive possession possessions possible pot pour pressure prince prisons
process production profession profile profit profits programme programmes prohibition promise promises prompt propose
prospect protection protester province provinces provision provisions public publication pull punch pure questions
queue quiet quota quotas race races rack rage rail rallies range rare rat rate rates rats recognition record recorder
recycle refrain refuge refuse refuses regain regard regards regret regrets relation relations relative relatives
relevant reliable relief religion religions remembrance repent replace report reporting reports respect restaurant
restriction restrictions retirement ride ripe rites robin rode roman roof roofs round route routes routine royal rude
running rush sacrifice saint saints sample samples sanction sanctions sang satellite science score scores sculpture
second secret secrets section sections seize select sensation sensitive sent sentence sentences sermon sermons servant
servants serve serves service services session sessions shocking shoot shorter signal signature signatures silence
singer six skies slave slaves slim slip smart smash smoking soap soft sole solution sons sore sort sorts spectacle
spider spiritual squares squeeze stable stage stages star stars station stations statue statues stem steps stick
sticks stigma stop stops store stores stretch strict strikes string strings structure style substance sue suggestion
suit supervision supplies supporter supporters suppose suppression sure surface surgeon surprise surround surveillance
survive suspect suspects suspend suspicion suspicions synagogue talent taxes technique tenant tenants tend tension
textile ticket tickets tin tissue toast tons torture torturer trader traders tradition traditions trail trails train
training trains translate translation translations transmit transport travelling tremble trench tries trip trips
trouble troubles tube twist type types union unions unique unit urgent user vacant vain value values venue verdict
verge version village villages violation violations violence violent vision volume voter voyage warrants
"""
_SPANISH = """
abuse abuses actor bares blues collar come comes complete control criminal crisis dares debate decide declare decline
defender display doctor echo editor eleven embrace emerge erase estate eternal extreme faces false familiar federal
formal funeral gas general grant grapes gratitudes grave graves historian horror hospital hostiles human idea ideas
individual inspector introduce invade judicial labor late legal light listen load males manual material mayor medicine
medicines memorial mere metal mutual natural novel nuclear operate pales particular paste pastor peculiar penal
personal pillar pines plague popular prepare preserve prior produce propaganda real rector reduce regional regular
reserve resume ritual role roles ruin sea separate series sexual shows similar sincere soles sores stand subscribe
superior supervisor ten tense terror times to toes tone torture trial tribute unite universal usual vivid vulnerable
"""

SHARED = {"fr": frozenset(_FRENCH.split()), "es": frozenset(_SPANISH.split())}
"""Those words by language; of a noun that adds an s in both, the singular."""
