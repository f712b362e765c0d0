"""Imperatives of Spanish by which calls speak to their readers: of tú, of usted and of ustedes, also with pronouns."""

import re
from collections.abc import Iterator

from tms.text.small_words import word_set

# Of tú and of usted; the others are made of them.
_PAIRS = """
abre abra · acaba acabe · acepta acepte · acerca acerque · acompaña acompañe · acude acuda · adjunta adjunte
admite admita · agradece agradezca · alza alce · anima anime · anota anote · añade añada · apaga apague
aparca aparque · aporta aporte · apoya apoye · aprende aprenda · aprovecha aproveche · apunta apunte
asegura asegure · asiste asista · atrévete atrévase · avisa avise · ayuda ayude · baja baje · borra borre
busca busque · calla calle · cambia cambie · camina camine · canta cante · cede ceda · cierra cierre · cita cite
colabora colabore · coloca coloque · colorea coloree · compara compare · comparte comparta · completa complete
compra compre · comprueba compruebe · comunica comunique · conecta conecte · confía confíe · confirma confirme
conoce conozca · conserva conserve · considera considere · consulta consulte · contacta contacte · contesta conteste
continúa continúe · copia copie · corre corra · corrige corrija · crea cree · cubre cubra · cuelga cuelgue
cuenta cuente · cuida cuide · da dé · deja deje · denuncia denuncie · descarga descargue · descubre descubra
despierta despierte · devuelve devuelva · dibuja dibuje · di diga · difunde difunda · dirige dirija
disfruta disfrute · dona done · edita edite · elige elija · elimina elimine · empieza empiece · encarga encargue
enciende encienda · entra entre · entrega entregue · envía envíe · escoge escoja · escribe escriba · escucha escuche
espera espere · estudia estudie · etiqueta etiquete · evita evite · exige exija · explica explique · expresa exprese
fija fije · firma firme · forma forme · fotografía fotografíe · funda funde · graba grabe · guarda guarde · haz haga
habla hable · hazte hágase · identifica identifique · imagina imagine · imprime imprima · incluye incluya
indica indique · informa informe · ingresa ingrese · inscribe inscriba · insiste insista · insta inste
investiga investigue · invita invite · lanza lance · lee lea · levanta levante · limpia limpie · llama llame
llega llegue · lleva lleve · lucha luche · manda mande · mantén mantenga · marca marque · marcha marche
memoriza memorice · menciona mencione · mete meta · mira mire · muestra muestre · navega navegue · nombra nombre
observa observe · ofrece ofrezca · oye oiga · olvida olvide · organiza organice · paga pague · para pare
participa participe · pasa pase · permite permita · pega pegue · pide pida · piensa piense · pincha pinche
pon ponga · pregunta pregunte · prepara prepare · presenta presente · presiona presione · prueba pruebe
publica publique · pulsa pulse · quédate quédese · quita quite · reacciona reaccione · realiza realice
rechaza rechace · recibe reciba · recita recite · recoge recoja · recorta recorte · recuerda recuerde
reduce reduzca · reenvía reenvíe · registra registre · regresa regrese · rellena rellene · repite repita
repasa repase · reparte reparta · reserva reserve · respeta respete · responde responda · reúne reúna · reza rece
rompe rompa · ruega ruegue · sal salga · saluda salude · sé sea · selecciona seleccione · señala señale · sigue siga
siéntate siéntese · solicita solicite · sube suba · subraya subraye · suma sume · suscribe suscriba
sustituye sustituya · ten tenga · teclea teclee · tira tire · toca toque · toma tome · trabaja trabaje
traduce traduzca · trae traiga · une una · usa use · utiliza utilice · ve vaya · ven venga · verifica verifique
viaja viaje · visita visite · vive viva · vota vote · vuelve vuelva · protege proteja · reclama reclame
prefiere prefiera · interésate interésese · rebélate rebélese · defiende defienda · boicotea boicotee
dedica dedique
"""
_ROWS = [pair.split() for pair in re.split(r"[·\n]", _PAIRS.strip()) if pair.strip()]
_PRONOUNS = "me nos lo la los las le les"
_PLURALS = "lo la los las"
_ACUTE = dict(zip("aeiou", "áéíóú", strict=True))
_STRESSED = re.compile(r"[áéíóú]")
_LAST_GROUP = re.compile(r"(?:[iu][aeo]|[aeo])(?=n?\Z)")
_NUCLEUS = re.compile(r"([aeo]|[iu](?![iuaeo]))[iu]?[^aeiou]*\Z")
# Nouns, conjunctions and verbs of others too often: at the head of a sentence they ask for nothing by themselves.
_DOUBTFUL = word_set(
    """una entre sea viva para nombre forma calle cree baja sobre como suma marcha marca cita funda entrega reserva
    lucha presente informe toque corte muestra prueba copia pasa da ve di sé dé llega vive cuenta vuelva continúa
    permite recibe trabaja acaba corre cede nombra observa considera regresa insiste asiste rompe reúne admite insta
    prefiere conoce mantén fije"""
)


def _stress(verb: str) -> str:
    """The imperative as it is written in front of a pronoun: comparte is compárte-."""
    if _STRESSED.search(verb):
        return verb
    end = _LAST_GROUP.search(verb)
    head = verb[: end.start()] if end else verb
    # Sigue, busque: this u is not heard.
    if end and end.group().startswith("u") and head[-1:] in ("g", "q"):
        end = None
        head = verb[:-2] if not verb.endswith("n") else verb[:-3]
    nucleus = _NUCLEUS.search(head)
    if nucleus is None:
        return verb
    place = nucleus.start(1)
    return f"{verb[:place]}{_ACUTE[verb[place]]}{verb[place + 1 :]}"


def _join(verb: str, self_pronoun: str) -> Iterator[str]:
    """The forms with pronouns at their end: cuéntanos, cuéntaselo, cuéntate."""
    is_short = re.fullmatch(r"[^aeiouáéíóú]*[aeiouáéíóú][^aeiouáéíóú]*", verb) is not None
    stressed, plain = _stress(verb), verb.translate(str.maketrans("éó", "eo")) if is_short else verb
    one = plain if is_short else stressed
    for pronoun in (*_PRONOUNS.split(), self_pronoun):
        yield f"{one}{pronoun}"
    if is_short:
        stressed = (
            f"{plain[:-1]}{_ACUTE.get(plain[-1], plain[-1])}"
            if plain[-1] in _ACUTE
            else re.sub(r"[aeiou]", lambda match: _ACUTE[match.group()], plain, count=1)
        )
    for first in ("me", "nos", "se", self_pronoun):
        for second in _PLURALS.split():
            yield f"{stressed}{first}{second}"


def _is_bare(verb: str) -> bool:
    return not verb.endswith(("ate", "ete", "ase", "ese", "éte", "áte", "zte"))


_BARE = [row for row in _ROWS if _is_bare(row[0])]
FAMILIAR_ORDERS = frozenset(row[0] for row in _BARE) - _DOUBTFUL
FORMAL_ORDERS = frozenset(row[1] for row in _BARE) - _DOUBTFUL
"""Bare imperatives; the formal ones are subjunctives too, the familiar ones what somebody does."""
FAMILIAR_DENIED = frozenset(f"{row[1]}s" for row in _BARE) - {"unas", "vistes"}
"""Of tú behind a no: no firmes."""
PLURAL_ORDERS = frozenset(f"{row[1]}n" for row in _BARE) - {"unan"}
"""Of ustedes: firmen."""


def _collect(column: int, self_pronoun: str) -> frozenset[str]:
    found = {form for row in _BARE for form in _join(row[column], self_pronoun)}
    return frozenset(found | {row[column] for row in _ROWS if not _is_bare(row[0])})


FAMILIAR_JOINED = _collect(0, "te") - word_set("parte dala dalas dales vela velas venos sedales dinos sale sales")
FORMAL_JOINED = _collect(1, "se") - word_set("seas sease base")
"""Imperatives with pronouns, which are hardly anything else."""
PLURAL_JOINED = frozenset(form for row in _BARE for form in _join(f"{row[1]}n", "se"))
"""Of ustedes with pronouns: escríbannos, únanse."""
VOSOTROS_ORDERS = word_set(
    """acompañad ayudad aprended apoyad alzad animad avisad bajad cantad caminad colgad confirmad copiad corred cread
    denunciad descargad difundid disfrutad elegid entrad entregad enviad escoged evitad exigid explicad hablad
    imprimid indicad inscribid insistid llenad luchad mantened marcad mencionad mostrad ofreced organizad oíd
    pagad permitid pedid poned preguntad presentad probad publicad quitad reclamad recoged reenviad rellenad
    repetid repartid reservad responded rezad sed seguid solicitad sumad tened tomad usad utilizad votad volved
    borrad dejad mirad escuchad llamad apagad mandad firmad esperad recordad comprad aparcad guardad contad
    pensad invitad visitad participad donad colaborad cuidad buscad preparad llevad pasad perdonad olvidad traed
    leed haced creed escribid subid compartid venid decid salid unid acudid"""
)
"""Of vosotros: firmad."""
