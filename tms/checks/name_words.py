"""Names that French and Spanish write a letter apart from English, in lower case and without accents."""

FRENCH = """
turkestan turkistan kachgar lhassa ouroumtsi hotan khotan ghouldja gouldja tourfan aksou yarkand chigatse gyantse
moscou vienne geneve athenes barcelone valence cracovie bagdad kaboul beyrouth damas lisbonne bruxelles hambourg
berne bale zurich rome katmandou calcutta dharamsala tokyo seoul pyongyang hanoi saigon bichkek tachkent douchanbe
achgabat samarcande boukhara astana almaty nankin canton taipei hongkong pekin chine japon coree mongolie
mandchourie siberie virginie californie floride georgie armenie syrie libye egypte irak iran kenya somalie asie
europe afrique amerique oceanie russie serbie bosnie croatie albanie macedoine bulgarie hongrie roumanie autriche
pologne suede norvege finlande danemark islande lettonie lituanie estonie bavière catalogne galice crimee
tchetchenie caucase palestine jordanie arabie tanzanie zambie ethiopie erythree algerie tunisie mauritanie nigerie
birmanie malaisie indonesie thailande cambodge ouzbek ouzbeks tadjik tadjiks tadjike kirghize kirghiz kazakhe
mongole mongols tibetain ouighour mandchou tatare tatar turkmene lenine staline poutine gorbatchev khrouchtchev
eltsine tolstoi tchekhov dostoievski gengis mahomet platon aristote homere virgile sophocle socrate pierre paul jean
marie anne agnes francois benoit catherine elisabeth alexandre nicolas bouddha allah coran bible torah pape vatican
christ jesus israel moise abraham noel paques ramadan aid islam bouddhisme christianisme judaisme taoisme confucius
marx marxisme maoisme stalinisme nazisme facebook internet acte acts parti presse institut fondation mouvement
centre palais musee bureau senat congres parlement conseil conference convention protocole pacte charte declaration
upsal anvers lucques padoue mayence mecque medine alexandrie tanger marrakech khartoum mossoul kirkouk tbilissi erevan
kharkov lougansk sebastopol cordoue saragosse mantoue verone modene ferrare livourne tarente
syracuse palerme tachkourgan kouldja tchernobyl gaza jericho bethleem nazareth francfort nuremberg
resolution commission comite tribunal cour tome article chapitre annexe lettre galerie theatre opera academie
universite college ecole hopital ministere ministre president premier prince princesse reine roi docteur professeur
maitre madame monsieur mademoiselle soeur frere pere mere saint sainte mont lac fleuve riviere mer ocean ile nord
sud est ouest orient occident mars avril juin juillet aout septembre octobre novembre decembre janvier fevrier
"""

SPANISH = """
turkestan turkistan kasgar kashgar lhasa urumchi urumqi jotan hotan gulja kulja turfan yarkand aksu shigatse viena
ginebra atenas moscu cracovia bagdad kabul beirut damasco lisboa bruselas hamburgo berna basilea zurich roma milan
turin florencia venecia katmandu calcuta dharamsala tokio seul pionyang pyongyang hanoi saigon biskek bishkek
taskent tashkent dusambe asjabad samarcanda bujara astana almati almaty nankin canton taipei hongkong pekin china
japon corea mongolia manchuria siberia virginia california florida georgia armenia siria libia egipto irak iran
kenia somalia asia europa africa america oceania rusia serbia bosnia croacia albania macedonia bulgaria hungria
rumania austria polonia suecia noruega finlandia dinamarca islandia letonia lituania estonia baviera cataluna
galicia crimea chechenia caucaso palestina jordania arabia tanzania zambia etiopia eritrea argelia tunez mauritania
nigeria birmania malasia indonesia tailandia camboya estambul ankara uzbeko tayiko kirguis kazajo mongol tibetano
uigur manchu tartaro turcomano rohinya rohinyas lenin stalin putin gorbachov jruschov yeltsin tolstoi chejov
dostoievski gengis kan mahoma platon aristoteles homero virgilio sofocles socrates pedro pablo juan maria ana ines
francisco benito catalina isabel alejandro nicolas buda ala coran biblia tora papa vaticano cristo jesus israel
moises abraham navidad pascua ramadan islam budismo cristianismo judaismo taoismo confucio marx marxismo maoismo
nazismo internet acta acto partido prensa instituto fundacion movimiento centro palacio museo oficina senado
congreso parlamento consejo conferencia convencion convenio convenio protocolo pacto carta declaracion resolucion
upsala otawa filadelfia marrakech marraquech jartum mosul kirkuk tiflis tbilisi erevan jarkov
lugansk sebastopol lovaina amberes gante estrasburgo marsella burdeos tolosa padua mantua modena plasencia
ferrara liorna tarento siracusa palermo francfort nuremberg maguncia ratisbona dresde gotemburgo malmoe
copenhague estocolmo chernobil belen nazaret gaza jerico adis abeba nairobi mombasa kampala harare misisipi tennessee
tenesi masachusets luisiana misuri conakri dakar casablanca cartago bombay delhi daca rangun cachemira
comision comite tribunal corte tomo articulo capitulo anexo galeria teatro opera academia universidad colegio
escuela hospital ministerio ministro ministra presidente presidenta principe princesa reina rey doctor doctora
profesor profesora senor senora hermano hermana padre madre san santo santa monte lago rio mar oceano isla norte sur
este oeste oriente occidente nacional internacional central federal general social popular cultural
"""
