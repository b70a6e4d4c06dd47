"""`/upcoming`: what is announced; with days, a name or words behind it, also what was done then."""

from datetime import date

from commands.activities.announcing import comings
from commands.activities.announcing.comings import Told, held_too
from commands.kit import Role, Talk
from commands.kit.names import mentions
from commands.kit.spans import Span, read_span
from storage import activity_lists, announcement_lists, organisations
from storage.activity_lists import Wanted
from storage.announcements import Announcement
from storage.organisations import Organisation

MOST, HELD = 12, 5
SEARCHED = 200
"""So many announcements are looked through for a name or a word."""


async def coming(talk: Talk) -> None:
    """`/upcoming`, `/upcoming 本周`, `/upcoming 下周三 兴隆社区`, `/upcoming 义诊`."""
    register = await organisations.every(talk.store)
    told = _read(talk.args, register, talk.today)
    found = await _announced(talk, told)
    if not talk.args:
        await talk.say(comings.coming(talk.words, found, talk.today))
        return
    wanted = Wanted(
        organisation_id=told.organisation.id if told.organisation else None,
        first=told.span.first if told.span else None,
        last=told.span.last if told.span else None,
        words=told.words,
    )
    held = None
    if held_too(told, talk.today):
        held = await activity_lists.page(talk.store, wanted, 1, HELD)
    await talk.reply(comings.told(talk.words, told, found, held, talk.today))


async def _announced(talk: Talk, told: Told) -> tuple[Announcement, ...]:
    most = SEARCHED if told.organisation or told.words else MOST
    if told.span is None:
        found = await announcement_lists.upcoming(talk.store, talk.today, most)
    else:
        found = await announcement_lists.between(talk.store, told.span.first, told.span.last, most)
    sees_meetings = talk.place.is_private and talk.asker.role >= Role.LIAISON
    seen = (one for one in found if sees_meetings or not one.is_meeting)
    return tuple(one for one in seen if comings.fits(one, told))[:MOST]


def _read(text: str, register: tuple[Organisation, ...], today: date) -> Told:
    span: Span | None = read_span(text, today)
    if span is not None:
        text = f"{text[: span.start]} {text[span.end :]}"
    named = [one for one in mentions(text, register) if len(one.who) == 1]
    whose = None
    if named:
        one = named[0]
        whose = next((who for who in register if who.id == one.who[0]), None)
        text = f"{text[: one.start]} {text[one.end :]}"
    return Told(span, whose, " ".join(text.split()))
