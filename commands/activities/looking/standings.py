"""How an activity stands with the street office, as messages say it."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from commands.activities.looking import facts
from commands.kit import Post, button, clip, pack
from locales import Words, message
from storage.activities import Activity
from storage.queries import ANSWERED, APPROVED, ASKED, Query

RESTORE = "activities.restore"
LONGEST = 200
REASONS = {
    "mistake": message("It was sent by mistake"),
    "twice": message("It was recorded twice"),
    "false": message("It is not as it was told"),
    "private": message("It shows private things"),
}
"""Why an activity is deleted: the record's word, and what people read; others are in own words."""
STATES = {
    APPROVED: message("✅ Approved by the street office"),
    ASKED: message("❓ The street office has a question"),
    ANSWERED: message("💬 The street office looks at it again"),
}
FEATURED = message("🌟 Featured")


def standing(words: Words, activity: Activity) -> Iterator[Markup]:
    """A line for what staff made of it; nothing as long as nobody looked."""
    if activity.state in STATES:
        yield words.t(STATES[activity.state])
    if activity.featured_at is not None:
        yield words.t(FEATURED)


def deleted(words: Words, activity: Activity) -> Markup:
    """All that is left to see of one that was deleted."""
    return words.t(
        "🗑 Activity {number}, {title}, was deleted by {name}: {why}",
        number=activity.id,
        title=facts.name(activity.title),
        name=facts.name(activity.deleter or ""),
        why=reason(words, activity.deleted_why),
    )


def removed(words: Words, activity: Activity) -> Post:
    """The same as a message, with the way back."""
    back = button(words.t("↩ Bring it back"), pack(RESTORE, activity.id))
    return Post(deleted(words, activity), ((back,),))


def reason(words: Words, why: str) -> Markup:
    """Why it was deleted, in words that people read."""
    return words.t(REASONS[why]) if why in REASONS else words.list([clip(why, LONGEST)])


def talk(words: Words, queries: Sequence[Query]) -> Iterator[Markup]:
    """What staff asked and what was answered, the latest first."""
    for one in queries:
        yield words.t(
            "❓ {name}: {question}",
            name=facts.name(one.asker),
            question=clip(one.words, LONGEST),
        )
        if one.answered_at is not None:
            yield answer(words, one)


def answer(words: Words, one: Query) -> Markup:
    """Who answered, and what; photos and corrections are seen in the record."""
    name = facts.name(one.answerer or "")
    if one.answer:
        return words.t("💬 {name}: {answer}", name=name, answer=clip(one.answer, LONGEST))
    return words.t("💬 {name} added to the record or corrected it.", name=name)
