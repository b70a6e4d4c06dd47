"""What somebody tells of an activity, made into a report: what is sure, and what is left open."""

from collections.abc import Iterator
from dataclasses import dataclass

from commands.activities.captions.captions import Known, Reading, read_caption
from commands.activities.captions.findings import Finding
from commands.kit import Talk
from storage import organisations, tags
from storage.activities import Report
from storage.partners import Named
from storage.unsure import PARTNERS, Unsure


async def told(talk: Talk, text: str) -> Report:
    """Reads the words as on the day on which they were written."""
    register = await organisations.every(talk.store)
    known = Known(
        talk.message.sent_at.astimezone(talk.zone),
        register,
        talk.asker.organisations,
        [tag for tag in await tags.every(talk.store) if tag.is_offered],
        is_staff=talk.asker.person.is_staff,
    )
    reading = read_caption(text, known)
    where = _Where(talk.asker.person.id, talk.place.id, talk.message.id)
    return report_of(reading, text, where)


@dataclass(frozen=True)
class _Where:
    """Who told it, and in which message."""

    reporter_id: int
    chat_id: int
    message_id: int


def report_of(reading: Reading, text: str, where: _Where) -> Report:
    """Nothing that is not sure becomes a fact; it is kept as what may be."""
    hosts = reading.hosts
    return Report(
        reporter_id=where.reporter_id,
        chat_id=where.chat_id,
        message_id=where.message_id,
        caption=text,
        title=reading.title,
        organisation_id=hosts.own.value,
        held_on=reading.held_on.value,
        served=reading.served.value,
        joined=reading.joined.value,
        linkage=reading.kind.linkage.value or "",
        place=reading.place.value or "",
        minutes=reading.minutes.value,
        money=reading.money.value,
        materials=reading.materials.value or "",
        tags=tuple(tag.id for tag in reading.kind.tags),
        partners=(
            *(Named(organisation_id=one) for one in hosts.together),
            *(Named(organisation_id=one, is_host=False) for one in hosts.helpers),
        ),
        unsure=dict(_open(reading)),
    )


def _open(reading: Reading) -> Iterator[tuple[str, Unsure]]:
    findings: dict[str, Finding[object]] = {
        "held_on": reading.held_on,
        "organisation_id": reading.hosts.own,
        "linkage": reading.kind.linkage,
        "place": reading.place,
        "served": reading.served,
        "joined": reading.joined,
        "minutes": reading.minutes,
        "money": reading.money,
        "materials": reading.materials,
        PARTNERS: Finding(candidates=reading.hosts.perhaps),
    }
    for name, one in findings.items():
        if one.is_unsure:
            why = one.fault.name.lower() if one.fault else ""
            yield name, Unsure(may_be=tuple(map(str, one.candidates)), why=why)
