"""What is asked of people about an activity, to be answered by a reply, and what was changed."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.activities.looking import facts
from commands.activities.reporting.fields import (
    DATE,
    HOURS,
    JOINED,
    MATERIALS,
    MONEY,
    PLACE,
    SERVED,
    TITLE,
    Question,
)
from commands.activities.reporting.offers import FIX_ORGANISATION
from commands.kit import LINKAGE_NAMES, Post, button, clip, in_rows, pack, page_of, pager
from locales import Words, message, plain
from storage.activities import Activity
from storage.corrections import Correction
from storage.organisations import Organisation

SET_ORGANISATION = "activities.set_org"
LABEL = 20
ORGANISATIONS = 10
ASKED = {
    DATE: (message("on which day was it?"), message("13 August")),
    SERVED: (message("how many people were served?"), message("12")),
    JOINED: (message("how many people took part?"), message("30")),
    TITLE: (message("what shall it be called?"), message("Autumn study aid")),
    PLACE: (message("where was it?"), message("community activity room")),
    HOURS: (message("how long did it last?"), message("2 hours")),
    MONEY: (message("how much money was given, in yuan?"), message("5000")),
    MATERIALS: (message("what was given?"), message("20 bags of rice")),
}
"""The question, and an answer as an example."""


def asked(words: Words, question: Question, activity: Activity) -> Post:
    """A question that waits for a reply."""
    sentence, example = (words.t(part) for part in ASKED[question])
    text = words.t(
        "Activity {number}, {title}: {question} Please reply to this message, for example"
        " <code>{example}</code>",
        number=activity.id,
        title=facts.name(activity.title),
        question=sentence,
        example=example,
    )
    return Post(text, placeholder=plain(example))


def corrected(words: Words, activity: Activity, change: Correction) -> Markup:
    """What the record says now."""
    number = activity.id
    if change.held_on is not None:
        day = words.day(change.held_on)
        return words.t("✅ Activity {number}: the date is {day} now.", number=number, day=day)
    if change.served is not None:
        count = words.number(change.served)
        return words.t("✅ Activity {number}: {count} served.", number=number, count=count)
    if change.joined is not None:
        count = words.number(change.joined)
        return words.t("✅ Activity {number}: {count} took part.", number=number, count=count)
    if change.title:
        title = change.title
        return words.t("✅ Activity {number} is called “{title}” now.", number=number, title=title)
    return words.t("✅ Activity {number}: {what}", number=number, what=_what(words, change))


def _what(words: Words, change: Correction) -> Markup:
    if change.linkage:
        return words.t("🏷 {kind}", kind=words.t(LINKAGE_NAMES[change.linkage]))
    if change.minutes is not None:
        return words.t("⏱ {hours}", hours=facts.hours(words, change.minutes))
    if change.money is not None:
        return words.t("💰 {money} yuan", money=words.number(change.money))
    if change.place:
        return words.t("📍 {place}", place=change.place)
    return words.t("📦 {materials}", materials=change.materials)


def which_organisation(
    words: Words, activity: Activity, choices: Sequence[Organisation], page: int
) -> Post:
    """Asks for the organisation by buttons, a page at a time."""
    shown = page_of(choices, page, ORGANISATIONS)
    buttons = [
        button(
            words.list([clip(one.short_name, LABEL)]), pack(SET_ORGANISATION, activity.id, one.id)
        )
        for one in shown.items
    ]
    text = words.t(
        "Activity {number}, {title}: which organisation was it?",
        number=activity.id,
        title=facts.name(activity.title),
    )
    return Post(text, (*in_rows(buttons), pager(shown, FIX_ORGANISATION, activity.id)))


def organisation_corrected(words: Words, activity: Activity, chosen: Organisation) -> Markup:
    return words.t(
        "✅ Activity {number}: the organisation is {name} now.",
        number=activity.id,
        name=facts.name(chosen.short_name),
    )


def gone(words: Words) -> Markup:
    """For a number that no activity has."""
    return words.t("There is no activity with this number. /activities shows all of them.")


def not_yours(words: Words) -> Markup:
    return words.t(
        "Only who reported it, liaisons of its organisation, and staff can change an activity."
    )


def not_your_organisation(words: Words) -> Markup:
    return words.t("You can only choose an organisation that you answer for. Staff can choose any.")


def answer_below(words: Words) -> Markup:
    """For the press whose question is on its way."""
    return words.t("Please reply to the message that comes now.")


def answered_before(words: Words) -> Markup:
    """For a button that offers what is settled by now."""
    return words.t("This was settled meanwhile. The record shows how it stands.")


def kept(words: Words) -> Markup:
    """For a press that changed the record, which shows it in a moment."""
    return words.t("✅ Recorded.")
