"""Links and emphasis without typing their signs: which the text lacks, put in around words; read without any."""

from collections import Counter

from tms.errors import InputError
from tms.tui.language import _, ngettext
from tms.tui.linear.article_beside import ArticleBeside, find_end
from tms.tui.linear.speech import say_in
from tms.tui.linear.talk import Turn, read_number
from tms.values import MissingTag
from tms.workflow.markup import find_markup, list_missing_tags

_AFTER, _AROUND = " after ", " around "


class ArticleMarkup(ArticleBeside):
    """Inline markup by number and by words."""

    def _list_tags(self) -> tuple[MissingTag, ...]:
        """The tags that the text lacks; a pair is one."""
        halves: Counter[str] = Counter()
        found = []
        for tag in list_missing_tags(self.row.source, self.text):
            if not tag.closing and halves[tag.raw]:
                halves[tag.raw] -= 1
                continue
            halves[tag.closing] += bool(tag.closing)
            found.append(tag)
        return tuple(found)

    def do_tags(self) -> Turn:
        """The markup of the source that the text has not yet."""
        tags = self._list_tags()
        count = ngettext("{count} tag is missing.", "{count} tags are missing.", len(tags)).format(count=len(tags))
        self.voice.say(count, *(f"{number}: {_say_tag(tag)}" for number, tag in enumerate(tags, 1)))
        return None

    def do_tag(self, words: str) -> Turn:
        """Put a tag into the text: a pair around words, another one after words or at the end."""
        tags, text = self._list_tags(), self.text
        head, _around, around = f" {words} ".partition(_AROUND)
        number, _sign, after = head.partition(_AFTER)
        tag = tags[read_number(number.strip() or "1", len(tags)) - 1]
        if tag.closing:
            wanted = around.strip() or self.talk.ask(_("words to put it around: "))
            end = find_end(text, wanted)
            start = end - len(wanted)
            put = f"{text[:start]}{tag.raw}{wanted}{tag.closing}{text[end:]}"
        else:
            if around:
                raise InputError(_("this tag is no pair"), _(":tag and its number, or with after and words"))
            end = find_end(text, after.strip()) if after.strip() else len(text)
            put = f"{text[:end]}{tag.raw}{text[end:]}"
        self.put_and_say(put)
        self.voice.say(*self.say_text())
        return None

    def do_plain(self) -> Turn:
        """The paragraph without its markup."""
        desk, row = self.paragraphs.desk, self.row
        if not row.is_local:
            self.voice.say(say_in(desk.source_language, _strip_markup(row.source)))
        self.voice.say(say_in(desk.language, _strip_markup(self.text) or _("nothing")))
        return None


def _say_tag(tag: MissingTag) -> str:
    return _("{opening} and {closing}").format(opening=tag.raw, closing=tag.closing) if tag.closing else tag.raw


def _strip_markup(text: str) -> str:
    kept, position = "", 0
    for span in find_markup(text):
        kept += text[position : span.start] if span.is_whole else text[position : span.end]
        position = span.end
    return kept + text[position:]
