"""What was found: some of each kind, one kind page by page, or what may have been meant."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from commands.kit import (
    Button,
    Findable,
    Hit,
    Page,
    Post,
    Row,
    button,
    clip,
    in_rows,
    pack,
    pager,
    private_link,
)
from locales import Words, plain
from storage.findings import ALIKE
from storage.organisations import Organisation
from storage.searches import Search
from storage.sources import KINDS
from storage.tags import Tag

KIND, ALL, TAG = "search.kind", "search.all", "search.tag"
FEW = 3
"""So many of each kind are shown when there are several kinds."""
PAGE = 8
ASKED = 30
NAME = 16
LINE = Markup("\n")


@dataclass(frozen=True)
class Found:
    """The hits of one kind, and whether there are more."""

    findable: Findable
    hits: tuple[Hit, ...]
    has_more: bool = False


def overview(
    words: Words, search: Search, how: str, found: Sequence[Found], *, is_private: bool
) -> Post:
    """Some of each kind; from a group, all the rest leads to the private chat."""
    lines = [_heading(words, search, how)]
    for one in found:
        lines += [Markup(), words.t(one.findable.title), *_lines(one.hits)]
    lines += _waiting(words, search)
    if not is_private:
        return Post(LINE.join(lines), ((_in_private(words, search.words),),))
    rows = tuple(row for one in found for row in _buttons(words, search.id, one))
    return Post(LINE.join(lines), rows)


def one_kind(words: Words, search: Search, how: str, found: Found, page: Page[int]) -> Post:
    """A page of one kind, with the way back to all."""
    title = words.t(found.findable.title)
    lines = [_heading(words, search, how), Markup(), title, *_lines(found.hits)]
    kind = KINDS.index(found.findable.kind)
    back = button(words.t("‹ All that was found"), pack(ALL, search.id))
    rows = _openers(found), pager(page, KIND, search.id, kind), (back,)
    return Post(LINE.join(lines), (*rows[0], *rows[1:]))


def nothing(
    words: Words, search: Search, near: Sequence[Organisation], tags: Sequence[Tag]
) -> Post:
    """Nothing at all: what may have been meant, else what to try."""
    said = clip(search.words, ASKED)
    buttons = [
        *(
            button(words.list([clip(one.short_name, NAME)]), pack("organisations.open", one.id))
            for one in near
        ),
        *(button(words.list([clip(one.name, NAME)]), pack(TAG, one.id)) for one in tags),
    ]
    text = (
        words.t("I found nothing for “{asked}”. Did you mean one of these?", asked=said)
        if buttons
        else words.t(
            "I found nothing for “{asked}”. Try fewer characters, another word for it, or pinyin:"
            " <code>/find yizhen</code>. /orgs, /notices and /activities list everything.",
            asked=said,
        )
    )
    return Post(LINE.join([text, *_waiting(words, search)]), in_rows(buttons))


def how_to(words: Words) -> Post:
    """For /find without words."""
    return Post(
        words.t(
            "🔍 What are you looking for? A word is enough, for example\n"
            "• <code>/find clinic</code>\n"
            "• pinyin or initials: <code>/find yizhen</code>, <code>/find yz</code>\n"
            "I look through the organisations, the notices and the activities."
        )
    )


def question(words: Words) -> Post:
    """The same in private, where the answer is a reply."""
    return Post(how_to(words).text, placeholder=plain(words.t("A word is enough")))


def old(words: Words) -> Markup:
    """For a button of long ago."""
    return words.t("This search is from long ago. Type /find again.")


def _heading(words: Words, search: Search, how: str) -> Markup:
    said = clip(search.words, ASKED)
    if how == ALIKE:
        return words.t("🔍 There is no “{asked}”. This sounds like it:", asked=said)
    return words.t("🔍 Found for “{asked}”:", asked=said)


def _lines(hits: Sequence[Hit]) -> list[Markup]:
    return [Markup("• {}").format(hit.line) for hit in hits]


def _waiting(words: Words, search: Search) -> list[Markup]:
    if not search.waiting:
        return []
    sentence = words.n(
        "⏳ {count} older record is still to be read. Ask again in a while.",
        "⏳ {count} older records are still to be read. Ask again in a while.",
        search.waiting,
    )
    return [Markup(), sentence]


def _buttons(words: Words, search_id: int, found: Found) -> tuple[Row, ...]:
    more: tuple[Button, ...] = ()
    if found.has_more:
        data = pack(KIND, search_id, KINDS.index(found.findable.kind), 1)
        more = (button(words.t(found.findable.more), data),)
    return (*_openers(found), more) if more else _openers(found)


def _openers(found: Found) -> tuple[Row, ...]:
    press = found.findable.press
    buttons = [button(hit.label, pack(press, hit.opens)) for hit in found.hits]
    return in_rows(buttons, found.findable.row)


def _in_private(words: Words, asked: str) -> Button:
    return private_link(words.t("🔍 Open in private"), "find", asked)
