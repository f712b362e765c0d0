"""What lies beside the text: matches, terms, findings, the memory; taken over or let stand by number."""

from tms.errors import InputError
from tms.tui.language import _
from tms.tui.linear.article_writing import ArticleWriting, show_breaks
from tms.tui.linear.speech_beside import say_card, say_finding, say_hit, say_match
from tms.tui.linear.talk import Turn, read_number
from tms.values import DiffPiece, Finding, Match, State, TermCard
from tms.workflow.diffing import diff_words
from tms.workflow.grammar import check_grammar, has_grammar
from tms.workflow.memory import find_concordance
from tms.workflow.spelling import suggest_words
from tms.workflow.terms import place_term
from tms.workflow.waiving import waive
from tms.workflow.words import add_word

_SPELLING = "spelling"
_AFTER = " after "


class ArticleBeside(ArticleWriting):
    """Each list is numbered, and its numbers are what the next command takes."""

    # Memory.

    def do_matches(self) -> Turn:
        """Matches from the memory, the best first."""
        matches = self.find_help().matches
        source = self.row.source
        lines = [say_match(number, match, _compare(match, source)) for number, match in enumerate(matches, 1)]
        self.voice.say(*lines or [_("There is no match in the memory.")])
        return None

    def do_insert(self, number: str) -> Turn:
        """Make a match the text."""
        matches = self.find_help().matches
        match = matches[read_number(number or "1", len(matches)) - 1]
        self.put_and_say(match.target)
        self._inserted = match
        self.voice.say(*self.say_text())
        return None

    def do_concordance(self, words: str) -> Turn:
        """Where words were translated before."""
        hits = find_concordance(self.workspace, words or self.talk.ask(_("words: ")), self.language)
        lines = [say_hit(number, hit) for number, hit in enumerate(hits, 1)]
        self.voice.say(*lines or [_("The memory does not have these words.")])
        return None

    # Terms.

    def do_terms(self) -> Turn:
        """Terms of the paragraph and what to write for them."""
        cards = self.find_help().terms
        self.voice.say(*[say_card(n, card) for n, card in enumerate(cards, 1)] or [_("There is no term here.")])
        return None

    def do_term(self, words: str) -> Turn:
        """Put a term into the text in the form that its place asks for."""
        number, _sign, after = f" {words} ".partition(_AFTER)
        cards = self.find_help().terms
        card = cards[read_number(number.strip(), len(cards)) - 1]
        text = self.text
        start = find_end(text, after.strip()) if after.strip() else len(text.rstrip())
        head = text[:start] + (" " if text[:start].strip() else "")
        first, wording = self._word(card, head)
        put = f"{head[:first]}{wording}{text[start:]}"
        if self.talk.prompt.can_fill and not after:
            self.fill(show_breaks(put))
        else:
            self.put_and_say(put)
            self.voice.say(*self.say_text())
        return None

    def _word(self, card: TermCard, head: str) -> tuple[int, str]:
        """Where a term begins after these words, and how it is written there."""
        written = (*card.preferred, *card.admitted)
        if not written:
            raise InputError(_("the glossary has no term for “{words}” in this language").format(words=card.hit.form))
        place = place_term(
            self.workspace, card.hit, self.language, text=head, start=len(head), source=self.row.source
        )  # fmt: skip
        return place or (len(head), written[0])

    # Findings.

    def do_findings(self) -> Turn:
        """What the checks find in the text, and the grammar server where there is one."""
        text = self.text
        found = self.find_findings()
        if has_grammar(self.workspace) and self.found is not None:
            said = check_grammar(self.workspace, *self.place, text)
            others = tuple(finding for finding in found if finding not in said)
            self.found = (text, (*others, *said))
        lines = [say_finding(number, finding, text) for number, finding in enumerate(self.find_findings(), 1)]
        self.voice.say(*lines or [_("The checks found nothing.")])
        return None

    def _choose_finding(self, number: str) -> Finding:
        found = self.find_findings()
        return found[read_number(number or "1", len(found)) - 1]

    def do_fix(self, number: str) -> Turn:
        """Repair as a finding proposes."""
        finding = self._choose_finding(number)
        if finding.fix is not None:
            self.put_and_say(finding.fix)
            self.voice.say(*self.say_text())
        elif finding.check == _SPELLING:
            self._choose_word(finding)
        else:
            raise InputError(_("finding {number} has no repair").format(number=number or "1"))
        return None

    def _choose_word(self, finding: Finding) -> None:
        text, word = self.text, self._word_of(finding)
        others = suggest_words(word, self.language)
        if not others:
            self.voice.say(_("No other word is known for “{word}”.").format(word=word))
            return
        self.voice.say(*(f"{number}: {other}" for number, other in enumerate(others, 1)))
        chosen = others[self.talk.choose(_("number of the word: "), len(others)) - 1]
        self.put_and_say(f"{text[: finding.start]}{chosen}{text[finding.end or 0 :]}")
        self.voice.say(*self.say_text())

    def _word_of(self, finding: Finding) -> str:
        return self.text[finding.start : finding.end]

    def do_know_word(self, number: str) -> Turn:
        """The word of a finding is right: put it on the project's list."""
        finding = self._choose_finding(number)
        if finding.check != _SPELLING:
            raise InputError(_("this finding is not about a word's spelling"))
        word, project = self._word_of(finding), self.ref.partition("/")[0]
        # A name is one in every language.
        add_word(self.workspace, project, word, "" if word[:1].isupper() else self.language)
        self.found = None
        self.voice.say(_("“{word}” is on the list of {project} now.").format(word=word, project=project))
        return None

    def do_waive(self, words: str) -> Turn:
        """Let a finding stand, with a reason; what is typed is saved first."""
        number, _space, reason = words.partition(" ")
        finding = self._choose_finding(number)
        if finding.waived is not None:
            raise InputError(_("somebody let this finding stand already"))
        reason = reason.strip() or self.talk.ask(_("reason: "))
        row = self.row
        if row.working_text is not None and not self.save_as(State.TRANSLATED if row.state.is_done else State.DRAFT):
            return None
        waive(self.workspace, *self.place, finding.check, reason, start=finding.start)
        self.found = None
        self.voice.say(_("The finding stands, with your reason."))
        return None


def _compare(match: Match, source: str) -> tuple[DiffPiece, ...]:
    return diff_words(match.source, source) if match.source != source else ()


def find_end(text: str, words: str) -> int:
    """Where words end in a text; raises InputError where they are not there once."""
    if text.count(words) != 1:
        raise InputError(_("the text does not have “{words}” once").format(words=words))
    return text.index(words) + len(words)
