"""A report as staff look it over, with buttons for what they decide."""

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from commands.activities.looking import facts, standings
from commands.activities.looking.cards import CAPTION, lines
from commands.activities.photos import albums
from commands.activities.photos.albums import ALBUM
from commands.activities.reporting import offers
from commands.activities.reporting.panels import DELETE
from commands.activities.reporting.receipts import FIX
from commands.kit import Post, Row, button, pack, private_link
from locales import Words
from storage.activities import Activity
from storage.queries import APPROVED, Query

REVIEW, NEXT = "activities.review", "activities.review_next"
APPROVE, REOPEN, ASK = "activities.approve", "activities.reopen", "activities.ask_back"
FEATURE, WITHDRAW = "activities.feature_choose", "activities.feature_withdraw"
QUESTIONS = 2


def album(activity: Activity) -> Post | None:
    """Its photos in the order in which they came, as far as one album has room; None: none."""
    photos, films = albums.parts(albums.in_order(activity.photos)[:ALBUM])
    return Post(Markup(), photos=photos, files=films) if photos or films else None


def card(
    words: Words, activity: Activity, queries: Sequence[Query], waiting: int, today: date
) -> Post:
    """All that is on record, what was asked and answered, and what may be done."""
    text = facts.LINE.join(_lines(words, activity, queries, waiting, today))
    return Post(text, tuple(_buttons(words, activity)))


def _lines(
    words: Words, activity: Activity, queries: Sequence[Query], waiting: int, today: date
) -> Iterator[Markup]:
    if waiting:
        yield words.n(
            "🛂 {count} report waits to be looked over",
            "🛂 {count} reports wait to be looked over",
            waiting,
        )
    yield from lines(words, activity, today, CAPTION)
    yield from standings.standing(words, activity)
    yield from offers.lines(words, activity)
    yield from standings.talk(words, queries[:QUESTIONS])


def _buttons(words: Words, activity: Activity) -> Iterator[Row]:
    number = activity.id
    if activity.state == APPROVED:
        first = button(words.t("↩ Not approved after all"), pack(REOPEN, number))
    else:
        first = button(words.t("✅ Approve"), pack(APPROVE, number))
    yield (first, button(words.t("❓ Ask back"), pack(ASK, number)))
    yield (
        button(words.t("🌟 Feature"), pack(FEATURE, number)),
        button(words.t("✏️ Correct"), pack(FIX, number)),
    )
    if activity.featured_at is not None:
        yield (button(words.t("Feature it no more"), pack(WITHDRAW, number)),)
    yield (
        button(words.t("🗑 Delete"), pack(DELETE, number)),
        button(words.t("Next report ▶"), pack(NEXT, number)),
    )


def approved(words: Words, activity: Activity) -> Post:
    """What is left of the card."""
    text = words.t(
        "✅ Activity {number}, {title}, is approved.",
        number=activity.id,
        title=facts.name(activity.title),
    )
    undo = button(words.t("↩ Undo"), pack(REOPEN, activity.id))
    return Post(text, ((undo, button(words.t("🌟 Feature"), pack(FEATURE, activity.id))),))


def nothing_waits(words: Words, asked: tuple[int, ...]) -> Markup:
    """At the end of the queue; what was asked back is not forgotten."""
    said = words.t("✅ No report waits to be looked over.")
    if not asked:
        return said
    numbers = words.list([str(one) for one in asked])
    return Markup("\n").join(
        [said, words.t("❓ Still to be answered by their people: activities {ids}", ids=numbers)]
    )


def in_private(words: Words, waiting: int, args: str) -> Post:
    """In a group: how many, and the way to where they are looked over."""
    text = words.n(
        "🛂 {count} report waits to be looked over",
        "🛂 {count} reports wait to be looked over",
        waiting,
    )
    return Post(text, ((private_link(words.t("Look them over in private"), "review", args),),))


def settled(words: Words) -> Markup:
    """For a press that comes after another one's."""
    return words.t("Somebody did this already. The record shows how it stands.")
