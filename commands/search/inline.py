"""`@bot 义诊` in any chat: what everybody may see in a group, to be posted there."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Findable, Hit, Post, clip, private_link
from commands.kit.inlines import InlineAsked, InlinePage, InlineResult
from locales import Words, plain
from storage import findings
from storage.database import Store

PAGE = 20
"""Bot API, answerInlineQuery: no more than 50 results."""
TITLE, DESCRIPTION = 80, 100
SHORT, WORDS = 20, 30
FARTHEST = 200
"""Who has turned over so many has too few words."""


async def found(store: Store, words: Words, asked: InlineAsked) -> InlinePage:
    """A page of what is found, of all kinds; without words it says how."""
    said = " ".join(asked.words.split())
    if not said:
        return InlinePage(hint=words.t("🔍 Type a word, for example clinic"))
    if await findings.has_news(store):
        await findings.go_on(store, asked.now)
    kinds = {one.kind: one for one in asked.findables}
    hits = await findings.find(store, said, tuple(kinds))
    every = [(kind, one) for kind, ids in hits.ids.items() for one in ids]
    first = int(asked.offset) if asked.offset.isdecimal() and len(asked.offset) < len("1000") else 0
    page = every[first : first + PAGE]
    results = await _shown(store, words, kinds, page, asked, said)
    if not results and not first:
        return InlinePage(hint=words.t("Nothing found for “{words}”", words=clip(said, SHORT)))
    more = first + PAGE < min(len(every), FARTHEST)
    return InlinePage(results, str(first + PAGE) if more else "")


async def _shown(  # noqa: PLR0913, PLR0917 - what, of which kinds, for whom, by which words
    store: Store,
    words: Words,
    kinds: dict[str, Findable],
    page: Sequence[tuple[str, int]],
    asked: InlineAsked,
    said: str,
) -> tuple[InlineResult, ...]:
    today = asked.now.astimezone(words.zone).date()
    shown: dict[tuple[str, int], Hit] = {}
    for kind in dict.fromkeys(kind for kind, _ in page):
        ids = [one for its, one in page if its == kind]
        hits = await kinds[kind].show(store, words, ids, today)
        shown |= {(kind, one): hit for one, hit in hits.items()}
    return tuple(
        _result(words, kinds[kind], (kind, one), shown[kind, one], said)
        for kind, one in page
        if (kind, one) in shown
    )


def _result(
    words: Words, findable: Findable, which: tuple[str, int], hit: Hit, said: str
) -> InlineResult:
    title = words.t(findable.title)
    text = Markup("\n").join([title, hit.line])
    more = private_link(words.t("🔍 Open in private"), "find", clip(said, WORDS))
    return InlineResult(
        f"{which[0]}-{which[1]}",
        clip(plain(hit.line), TITLE),
        clip(plain(title), DESCRIPTION),
        Post(text, ((more,),)),
    )
