"""The receipt of a report: what was read, and a button for what is not sure or was not found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from commands.activities.looking import facts, standings
from commands.activities.photos import standing
from commands.activities.reporting import offers
from commands.kit import Post, Row, button, pack
from locales import Words
from storage.activities import Activity
from storage.partners import DECLINED, NAMED
from storage.sightings import Sighting

FIX, MINE = "activities.fix", "activities.mine"


@dataclass(frozen=True)
class Around:
    """What a receipt needs to know besides the activity."""

    names: Mapping[int, str] = field(default_factory=dict)
    """Short names of organisations."""
    twin: Activity | None = None
    """Another activity that may be the same."""
    seen: Sequence[Sighting] = ()
    """Where its photos stood before."""


def receipt(words: Words, activity: Activity, around: Around) -> Post:
    """What is on record now."""
    if activity.part_of is not None:
        return Post(joined(words, activity))
    doubts = [
        *offers.lines(words, activity),
        *_doubts(words, activity, around),
        *standing.warnings(words, activity, around.seen),
    ]
    lines = [*_lines(words, activity), *([Markup(""), *doubts] if doubts else [])]
    return Post(facts.LINE.join(lines), _buttons(words, activity, around))


def joined(words: Words, activity: Activity) -> Markup:
    """For a report that was joined to another."""
    return words.t(
        "🔗 Activity {number}, {title}, is part of activity {whole} now, with its photos and its"
        " words. <code>/activity {whole}</code> shows it.",
        number=activity.id,
        title=facts.name(activity.title),
        whole=activity.part_of or 0,
    )


def _lines(words: Words, activity: Activity) -> Iterator[Markup]:
    yield words.t("✅ <b>Activity {number} is recorded</b>", number=activity.id)
    yield words.t("<b>{title}</b>", title=facts.name(activity.title))
    yield from standings.standing(words, activity)
    yield from facts.organisations(words, activity)
    if activity.held_on is not None:
        yield words.t("📅 {day}", day=words.day(activity.held_on))
    yield from facts.told(words, activity)
    yield standing.summary(words, activity)
    yield from facts.liked(words, activity)
    if activity.accounts:
        numbers = words.list([str(one.id) for one in activity.accounts])
        yield words.t("🔗 With the reports {numbers}", numbers=numbers)


def _doubts(words: Words, activity: Activity, around: Around) -> Iterator[Markup]:
    for one in activity.partners:
        if one.state == DECLINED:
            name = facts.name(one.organisation)
            yield words.t("❌ {name} says it was not part of it.", name=name)
    if around.twin is not None:
        yield words.t(
            "❓ Activity {number} on the same day, {title} ({organisation}), may be this one too.",
            number=around.twin.id,
            title=facts.name(around.twin.title),
            organisation=facts.name(around.twin.organisation or around.twin.reporter),
        )


def _buttons(words: Words, activity: Activity, around: Around) -> tuple[Row, ...]:
    rows: list[Row] = []
    if around.twin is not None:
        rows.append(offers.twin(words, activity, around.twin))
    rows += offers.rows(words, activity, around.names)
    if activity.chat_id < 0 and any(one.state == NAMED for one in activity.partners):
        rows.append((button(words.t("🤝 We were part of it"), pack(MINE, activity.id)),))
    return (*rows, (button(words.t("✏️ Correct"), pack(FIX, activity.id)),))
