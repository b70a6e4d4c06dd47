"""Once a week, who follows a column hears of what is new in it."""

from datetime import datetime, timedelta

from markupsafe import Markup

from commands.columns import rules, views
from commands.columns.views import LINE, called
from commands.kit import Due, Office, Post, Talk, button, clip, hours_of, in_rows, pack
from locales import Words
from storage import columns, follows
from storage.columns import Column
from storage.database import Store
from storage.follows import Gathering

SHOWN = 12
LEAST = timedelta(minutes=1)


async def look_ahead(store: Store, office: Office, now: datetime) -> None:
    """Plans the next gathering where none is planned; each plans the one after it."""
    await follows.plan(store, rules.next_gathering(now, office.zone))


async def gather(store: Store, due: Due) -> None:
    """In quiet hours and on days off it goes out when they are over."""
    hours = await hours_of(store, due.office)
    next_at = rules.next_gathering(max(due.now, due.due_at) + LEAST, due.office.zone)
    await follows.gather(store, due.now, hours.next_open(due.now), next_at)


async def gathering(store: Store, words: Words, gathering_id: int) -> Post | None:
    """By what is there when it is sent; nothing when all of it was withdrawn or unfollowed."""
    found = await follows.gathering(store, gathering_id)
    if found is None or not found.articles:
        return None
    followed = await follows.of(store, found.person_id)
    return _post(words, found, await columns.every(store), followed)


async def unfollow(talk: Talk, numbers: tuple[int, ...]) -> None:
    """From a gathering, whose message stays as it is."""
    every = await columns.every(talk.store)
    one = rules.the(every, (*numbers, 0)[0])
    if one is None:
        await talk.toast(views.column_gone(talk.words))
        return
    name = called(talk.words, one)
    if await follows.leave(talk.store, one.id, talk.asker.person.id):
        await talk.toast(talk.words.t("You do not follow {name} any more.", name=name))
    else:
        await talk.toast(talk.words.t("You do not follow {name}.", name=name))


async def unreached(_store: Store, _gathering: int, _person: int, _now: datetime) -> None:
    """Nobody has to decide about a gathering that could not arrive."""


def _post(
    words: Words, found: Gathering, every: tuple[Column, ...], followed: frozenset[int]
) -> Post:
    shown = found.articles[:SHOWN]
    lines = [words.t("🗞 <b>New in the columns that you follow</b>")]
    for column in every:
        own = [one for one in shown if one.column_id == column.id]
        if own:
            lines += [Markup(), words.t("<b>{name}</b>", name=views.path(words, column, every))]
        for one in own:
            day = words.day(
                views.published_on(words, one), found.until.astimezone(words.zone).date()
            )
            title = clip(one.title, views.TITLE)
            lines.append(words.t("• {title} · {day}", title=title, day=day))
    rest = len(found.articles) - len(shown)
    if rest:
        more = words.n("{count} more: /columns", "{count} more: /columns", rest)
        lines += [Markup(), more]
    there = {one.column_id for one in shown}
    there |= {one.parent_id for one in every if one.id in there}
    mine = [one for one in every if one.id in followed & there]
    leave = [
        button(
            words.t("✖ Unfollow {name}", name=called(words, one, 12)), pack("columns.leave", one.id)
        )
        for one in mine
    ]
    opens = views.found(words, shown, is_private=True)
    return Post(LINE.join(lines), (*opens, *in_rows(leave)))
