"""Shows staff who changed what."""

from commands.kit import Talk
from commands.trail import rules, views
from commands.trail.rules import NOTICE, ORGANISATION, PERSON, Scope
from commands.trail.subjects import told
from commands.trail.views import PAGE
from storage import organisations, trails
from storage.organisations import named


async def history(talk: Talk) -> None:
    """`/history`, `/history 兴隆社区`, `/history 通知 12`."""
    if not talk.place.is_private:
        await talk.reply(views.in_private(talk.words))
        return
    asked = " ".join(talk.args.split())
    found = await _meant(talk, asked) if asked else [(0, 0, "")]
    if not found:
        await talk.reply(views.unknown(talk.words, asked))
    elif len(found) > 1:
        await talk.reply(views.which(talk.words, asked, found))
    else:
        await _show(talk, Scope(*found[0][:2]))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page, topic or thing; staff alone may, and in private alone."""
    if talk.place.is_private:
        await _show(talk, rules.scope_of(numbers))
    else:
        await talk.reply(views.in_private(talk.words))


async def _show(talk: Talk, scope: Scope) -> None:
    first = (scope.page - 1) * PAGE
    section = await trails.section(talk.store, told(scope.topic), scope.which, first, PAGE)
    post = views.changes(talk.words, scope, section)
    await (talk.edit(post) if talk.query_id else talk.reply(post))


async def _meant(talk: Talk, asked: str) -> list[tuple[int, int, str]]:
    """Kind, id and name of all that it may be."""
    numbered = rules.numbered(asked)
    if numbered is not None:
        kind, number = numbered
        subject = await trails.notice_of(talk.store, number) if kind == NOTICE else number
        return [(kind, subject, asked)] if subject is not None else []
    register = named(await organisations.every(talk.store), asked)
    people = await trails.people_named(talk.store, asked)
    return [
        *((ORGANISATION, one.id, one.short_name) for one in register[:PAGE]),
        *((PERSON, number, name) for number, name in people[:PAGE]),
    ]
