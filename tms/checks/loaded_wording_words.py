"""Beginnings of the English words of which those in power make their euphemisms, for what stands in quotation marks."""

OFFICIAL_STEMS = """
training vocational re-?educat educat school student stud(?:y|ies|ied|ying) graduat trainee pupil class teach
separatis splittis extremis terroris counter-?terror anti-?terror secession subver incit endanger undermin spread
poverty alleviat relief aid assist help care protect ethnic unity harmon stabil solidar fusion foreign hostile
voluntar willing depart labou?r transfer surplus employ jobs? securit order national patriot sovereign internal
interfer rumou?r disturb quarrel trouble provok illegal unlawful cult superstit backward civili[sz] moderni[sz]
develop progress liberat peace special operation collateral damage isolated incident natural suicid accident
volunteer transform reform deradicali[sz] de-?extremif law legal sinici[sz] normal strike people relative famil
boarding measure confess treason traitor enem(?:y|ies) agent undesirable spy spies fake western propagand population
optimi[sz] birth quality crim clean correct disciplin guest hotel invit tea talk chat rest camp centre center
facilit voluntarily happy free freedom stable religio unauthori[sz] unhealthy thought ideolog problem virus infect
tumou?r pick hooligan parasit vagran social state secret leak gather group abnormal suspicio untrustworth unreliab
safe rescue resettl relocat migra beautif renovat rectif merg convert guid persua convinc friend mutual respect
right democra threat extern neighbour evacu denazif bilingual orphan pair visit homestay home gratitude grateful
thank dream sensitive pre-?criminal political intensive qualif skill lesson learn course hygien beneficiar heal cure
treat disease hospital psychiatr residential surveil designat interview question check return reunion reunif
humanitar corridor filtration surgical precis target antisocial harvest donor donat gift generous opportun prosper
win-win hero martyr evil revolution puppet mercenar riot mob vermin weed two-faced three hard green sustainab
tradition cultur heritage protector guard custody boss bandit dog rat cockroach gangster thug spontan democratic
republic autonom home-?stay becoming demilitari pacif neutrali[sz] eliminat regrett necess exercis precaution tempor
administrative
"""
