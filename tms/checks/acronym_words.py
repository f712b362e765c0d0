"""Acronyms of French and Spanish, and the English of which they are the translation, in lower case."""

COMMON = """
onu : un|united nations
ong ongd : ngos?|non-governmental|charity|charities|organi[sz]ations?|groups?|nonprofits?
ue : eu|european union|brussels
otan : nato|north atlantic
osce : osce|security and co-?operation
oscde ocde : oecd|economic co-?operation
oms : who|world health
oit : ilo|international labou?r
omc : wto|world trade
oim : iom|organi[sz]ation for migration
cpi : icc|international criminal court
cij : icj|international court of justice
cidh : iachr|inter-american
cedh tedh : echr|ecthr|european court|european convention|strasbourg
cjue tjue : cjeu|court of justice
hcdh acnudh oacdh : ohchr|high commissioner|human rights office
hcr acnur unhcr : unhcr|refugee agency|commissioner for refugees
cicr : icrc|red cross
pcc pcch : ccp|cpc|communist party|the party
rpc : prc|people['’]s republic|china
rpdc : dprk|north korea
raox ruax raux raus : xuar|xinjiang
eau : uae|emirates
usa : us|usa|united states|america
rdc : drc|congo
rfa : germany
rda : gdr|east germany
pcf pce : cp|communist
urss : ussr|soviet
fmi : imf|monetary fund
pib : gdp|gross domestic
pdg : ceo|chief executive
adn : dna
vih : hiv
sida : aids
ddhh dd hh : human rights
ee uu : us|usa|united states|america|american
oci : oic|islamic co-?operation
oua : oau
ua : au|african union
unicef unesco : unicef|unesco
cnudh : human rights council
cdh : hrc|human rights council|human rights committee|unhrc
epu : upr|universal periodic
udhr dudh : udhr|universal declaration
pidcp : iccpr|civil and political
pidesc : icescr|economic, social
cat : torture
cedaw cedef : cedaw|discrimination against women
gtda gtdfi : working group
cmo cmu : wuc|world uyghur congress
hrw : hrw|human rights watch
ai : amnesty
rsf : rsf|rwb|reporters without borders
fidh : fidh|international federation
msf : msf|doctors without borders
icao oaci : icao|civil aviation
tpi tpiy tpir : icty|ictr|tribunal
rgpd : gdpr|data protection
ia : ai|artificial intelligence|algorithm
tva iva : vat
tic : ict|technolog
ogm : gmo
irm : mri|scan
ovni : ufo
sras : sars
cv pdf sms gps tv dvd cd ok html url pin qr wifi usb : .
"""
