"""A question of staff about a report, and its answer, as both sides see them."""

from collections.abc import Iterator

from markupsafe import Markup

from commands.activities.looking import facts, standings
from commands.activities.reporting.receipts import FIX
from commands.activities.reviewing.cards import APPROVE, ASK, REVIEW
from commands.kit import Post, button, clip, pack
from locales import Words, plain
from storage.activities import Activity, Report
from storage.corrections import Correction
from storage.queries import Query

ADOPT = "activities.adopt"
QUESTION = 1500
READ = ("held_on", "served", "joined", "minutes", "money")
"""What an answer may say of the record; places and kinds are too easily only mentioned."""


def which_question(words: Words, activity: Activity) -> Post:
    """Asks staff for their question."""
    text = words.t(
        "Activity {number}, {title}: what do you want to know? Please reply to this message;"
        " {name} gets it.",
        number=activity.id,
        title=facts.name(activity.title),
        name=facts.name(activity.reporter),
    )
    return Post(text, placeholder=plain(words.t("How many of them were children?")))


def passed_on(words: Words, activity: Activity) -> Markup:
    """For staff, once it is asked."""
    return words.t(
        "❓ {name} is asked. You get the answer here, and until then the report waits for it.",
        name=facts.name(activity.reporter),
    )


def question(words: Words, query: Query, activity: Activity | None) -> Post:
    """For who reported it; once it was answered, with the answer."""
    if activity is None:
        return Post(words.t("This is not asked any more."), is_withdrawn=True)
    lines = [
        words.t(
            "❓ <b>A question about activity {number}, {title}</b>",
            number=activity.id,
            title=facts.name(activity.title),
        ),
        words.t("<blockquote>{words}</blockquote>", words=clip(query.words, QUESTION)),
    ]
    if query.answered_at is None:
        lines.append(
            words.t(
                "{name} of the street office asks. Please reply to this message, with words or"
                " photos, or correct the record.",
                name=facts.name(query.asker),
            )
        )
    else:
        lines.append(standings.answer(words, query))
    fix = button(words.t("✏️ Correct"), pack(FIX, activity.id))
    return Post(facts.LINE.join(lines), ((fix,),))


def thanks(words: Words, activity: Activity, query: Query, change: Correction) -> Post:
    """For who answered; what the words say otherwise than the record is offered."""
    text = words.t("✅ Thank you. {name} gets your answer.", name=facts.name(query.asker))
    said = list(_said(words, change))
    if not said:
        return Post(text)
    text += facts.LINE + words.t(
        "Shall the record of activity {number} say so too? {what}",
        number=activity.id,
        what=words.list(said),
    )
    return Post(text, ((button(words.t("✅ Yes, record it"), pack(ADOPT, query.id)),),))


def adopted(words: Words, activity: Activity, change: Correction) -> Post:
    """What the record says now."""
    what = words.list(list(_said(words, change)))
    return Post(words.t("✅ Activity {number}: {what}", number=activity.id, what=what))


def answer(words: Words, query: Query, activity: Activity | None) -> Post:
    """For the one of staff who asked."""
    if activity is None:
        return Post(words.t("This is not asked any more."), is_withdrawn=True)
    named: dict[str, str | int] = {"number": activity.id, "title": facts.name(activity.title)}
    heading = (
        words.t(
            "⚠️ <b>Nobody can be asked about activity {number}, {title}: they cannot be written to."
            " Please call.</b>",
            **named,
        )
        if query.answered_at is None
        else words.t("💬 <b>An answer about activity {number}, {title}</b>", **named)
    )
    lines = [heading, *standings.talk(words, (query,)), *facts.told(words, activity)]
    buttons = (
        (
            button(words.t("✅ Approve"), pack(APPROVE, activity.id)),
            button(words.t("❓ Ask back"), pack(ASK, activity.id)),
        ),
        (button(words.t("See it whole"), pack(REVIEW, activity.id)),),
    )
    return Post(facts.LINE.join(lines), buttons)


def what_it_changes(activity: Activity, report: Report) -> Correction:
    """What words of an answer say for sure, and the record says otherwise."""
    said = {name: getattr(report, name) for name in READ}
    new = {
        name: value
        for name, value in said.items()
        if value is not None and value != getattr(activity, name)
    }
    return Correction.model_validate(new)


def _said(words: Words, change: Correction) -> Iterator[Markup]:
    if change.held_on is not None:
        yield words.t("📅 {day}", day=words.day(change.held_on))
    if change.served is not None:
        yield words.t("served {number}", number=words.number(change.served))
    if change.joined is not None:
        yield words.t("took part {number}", number=words.number(change.joined))
    if change.minutes is not None:
        yield words.t("⏱ {hours}", hours=facts.hours(words, change.minutes))
    if change.money is not None:
        yield words.t("💰 {money} yuan", money=words.number(change.money))


def only_staff(words: Words) -> Markup:
    return words.t("Only staff ask about reports.")


def words_wanted(words: Words) -> Markup:
    """For a reply without words."""
    return words.t("Please write it in words, as a reply to the same message.")
