"""A paragraph in words: where it stands, how far it has come, what changed in the English; values in, lines out."""

from collections.abc import Sequence

from tms.tui.language import N_, _, ngettext
from tms.values import Desk, DeskRow, DiffKind, DiffPiece, Kind, Level, Origin, Repair, SegmentHelp, SentencePin, State

KINDS = {
    Kind.TITLE: N_("title"),
    Kind.EXCERPT: N_("excerpt"),
    Kind.HEADING: N_("heading"),
    Kind.PARAGRAPH: N_("paragraph"),
    Kind.LIST_ITEM: N_("list item"),
    Kind.QUOTE: N_("quote"),
    Kind.CAPTION: N_("caption"),
    Kind.TABLE_CELL: N_("table cell"),
    Kind.ALT: N_("description of a picture"),
    Kind.LINK: N_("link"),
    Kind.LABEL: N_("label"),
    Kind.LOCAL: N_("paragraph of the translation's own"),
}
STATES = {
    State.INITIAL: N_("nothing yet"),
    State.DRAFT: N_("draft"),
    State.TRANSLATED: N_("translated"),
    State.REVIEWED: N_("reviewed"),
}
LEVELS = {
    Level.NONE: N_("no change"),
    Level.MARKUP: N_("markup changed"),
    Level.TYPO: N_("a typing mistake was mended"),
    Level.CONTENT: N_("the content changed"),
    Level.MAJOR: N_("the content changed much"),
}
ORIGINS = {Origin.MACHINE: N_("a machine"), Origin.MEMORY: N_("the memory"), Origin.IMPORT: N_("an import")}
LANGUAGES = {
    "ar": N_("Arabic"),
    "de": N_("German"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "it": N_("Italian"),
    "pt": N_("Portuguese"),
    "ru": N_("Russian"),
    "tr": N_("Turkish"),
    "ug": N_("Uyghur"),
    "zh": N_("Chinese"),
}
_BEGINNING = 60
_BEFORE = 3


def name_language(code: str) -> str:
    """The name of a language; of one that is not known here, its code."""
    base, _dash, _region = code.partition("-")
    return _(LANGUAGES[base]) if base in LANGUAGES else code.upper()


def _begin(words: str) -> str:
    return words[:1].upper() + words[1:]


def say_in(code: str, text: str) -> str:
    """A text with its language before it."""
    return _("{language}: {text}").format(language=_begin(name_language(code)), text=text)


def cut_words(text: str, length: int = _BEGINNING) -> str:
    """The beginning of a text, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= length else _("{beginning} and so on").format(beginning=line[:length].rsplit(" ", 1)[0])


def say_reasons(row: DeskRow) -> str:
    """Why a translation is out of date; arrows are words."""
    said = ", ".join(reason.replace(" -> ", _(" became ")) for reason in row.reasons)
    return said or _(LEVELS[row.level])


def say_state(row: DeskRow) -> str:
    """How far a translation has come: `draft by DeepL`, `out of date, was reviewed: number four became five`."""
    if row.covered_by is not None:
        word = _("contained in another paragraph's translation")
    else:
        word = _(STATES[row.state])
        if row.state is State.DRAFT and row.origin is not Origin.HUMAN:
            word = _("draft by {engine}").format(engine=row.engine or _(ORIGINS[row.origin]))
    if row.is_stale:
        return _("out of date, was {state}: {reasons}").format(state=word, reasons=say_reasons(row))
    return word


def say_heading(row: DeskRow, number: int, total: int, *, is_moved: bool) -> str:
    """Which paragraph this is and how far it has come."""
    place = _("Moved to {number} of {total}") if is_moved else _("Number {number} of {total}")
    parts = [place.format(number=number, total=total), _(KINDS[row.kind]), say_state(row)]
    if row.working_text is not None:
        parts.append(_("typed, not saved"))
    return ", ".join(parts) + "."


def say_texts(row: DeskRow, desk: Desk) -> tuple[str, ...]:
    """The source and what stands for it, a line each."""
    return (*say_source(row, desk), *say_target(row, desk))


def say_source(row: DeskRow, desk: Desk) -> tuple[str, ...]:
    """The source, if there is one."""
    if row.is_local:
        return (_("Only in this translation."),)
    return (say_in(desk.source_language, row.source),)


def say_target(row: DeskRow, desk: Desk) -> tuple[str, ...]:
    """What was typed, or what is saved, or that there is nothing."""
    language = _begin(name_language(desk.language))
    if row.working_text is not None:
        if not row.working_text:
            return (_("{language}, typed, not saved: empty.").format(language=language),)
        return (_("{language}, typed, not saved: {text}").format(language=language, text=row.working_text),)
    if row.text is None:
        return (_("{language}: nothing yet.").format(language=language),)
    return (say_in(desk.language, row.text),)


def say_row_short(row: DeskRow, number: int, text: str) -> str:
    """A paragraph in one line of a list: number, standing, how its text begins."""
    beginning = cut_words(text or row.source)
    return f"{number}, {_(KINDS[row.kind])}, {say_state(row)}: {beginning}"


# Changes.


def say_differences(pieces: Sequence[DiffPiece]) -> tuple[str, ...]:
    """A word diff, one change a line: `“four” became “five”, after “For”`."""
    said = []
    rest = list(pieces)
    before = ""
    while rest:
        piece = rest.pop(0)
        if piece.kind is DiffKind.SAME:
            before = piece.text
            continue
        other = rest.pop(0) if rest and rest[0].kind not in (DiffKind.SAME, piece.kind) else None
        said.append(_say_change(piece, other) + _say_after(before))
        before = ""
    return tuple(said)


def _say_change(piece: DiffPiece, other: DiffPiece | None) -> str:
    if other is not None:
        old, new = (piece, other) if piece.kind is DiffKind.DELETED else (other, piece)
        return _("“{old}” became “{new}”").format(old=old.text.strip(), new=new.text.strip())
    if piece.kind is DiffKind.DELETED:
        return _("“{old}” was taken out").format(old=piece.text.strip())
    return _("“{new}” was added").format(new=piece.text.strip())


def _say_after(before: str) -> str:
    words = before.split()[-_BEFORE:]
    return _(", after “{words}”").format(words=" ".join(words)) if words else ""


def say_change(row: DeskRow, pieces: Sequence[DiffPiece], beside: SegmentHelp | None) -> tuple[str, ...]:
    """Why a translation is out of date, what changed, which of its sentences that touches, what is proposed."""
    if not row.is_stale:
        return (_("The English has not changed since this translation."),)
    count = max(1, row.behind)
    behind = ngettext("{count} change behind", "{count} changes behind", count).format(count=count)
    lines = [_("Out of date, {behind}: {reasons}.").format(behind=behind, reasons=say_reasons(row))]
    lines += [_("Change in the English: {change}.").format(change=change) for change in say_differences(pieces)]
    if beside is not None and beside.target == row.text:
        lines += [_say_pin(pin, row.text or "") for pin in beside.pins]
        if beside.repair is not None:
            lines += say_repair(beside.repair, row.text or "")
    return tuple(lines)


def _say_pin(pin: SentencePin, target: str) -> str:
    if pin.is_between:
        if not pin.number:
            return _("Before your text, about: {sentence}").format(sentence=pin.new or pin.old)
        missing, gone = (
            _("Missing after your sentence {number}: {sentence}"),
            _("Gone after sentence {number}: {sentence}"),
        )
        return (missing if pin.new else gone).format(number=pin.number, sentence=pin.new or pin.old)
    sentence = target[pin.start : pin.end]
    touched, gone = (
        _("It touches your sentence {number}: {sentence}"),
        _("Gone in English, your sentence {number}: {sentence}"),
    )
    return (touched if pin.new else gone).format(number=pin.number, sentence=sentence)


def say_repair(repair: Repair, target: str) -> tuple[str, ...]:
    """What a proposed repair would change in a translation."""
    edits = (
        _("“{old}” becomes “{new}”").format(old=target[edit.start : edit.end], new=edit.text) for edit in repair.edits
    )
    return (_("Proposal: {changes}. Accept takes it.").format(changes=", ".join(edits)),)


def say_standing(*, done: int, total: int, stale: int) -> tuple[str, ...]:
    """How far an article has come."""
    share = int(100 * done / total) if total else 100
    lines = [_("{done} of {total} paragraphs done, {share} percent.").format(done=done, total=total, share=share)]
    if stale:
        out = ngettext("{count} paragraph is out of date.", "{count} paragraphs are out of date.", stale)
        lines.append(out.format(count=stale))
    return tuple(lines)


def say_safety(row: DeskRow) -> str:
    """What has become of the text of a paragraph."""
    if row.working_text is not None:
        return _("What you typed here is kept, and not saved yet.")
    return _("This paragraph is saved.") if row.text is not None else _("Nothing is written here yet.")
