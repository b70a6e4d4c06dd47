"""What is asked of people about an activity, why an answer was not taken, and what was changed."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.activities.faults import Fault
from commands.activities.looking import facts
from commands.activities.reporting.receipts import FIX_ORGANISATION
from commands.activities.rules import DATE, JOINED, SERVED, TITLE, Question
from commands.kit import Post, button, clip, in_rows, pack, page_of, pager
from locales import Words, plain
from storage.activities import Activity, Correction
from storage.organisations import Organisation

SET_ORGANISATION = "activities.set_org"
LABEL = 20
ORGANISATIONS = 10


def asked(words: Words, question: Question, activity: Activity) -> Post:
    """A question that waits for a reply."""
    number, title = activity.id, facts.name(activity.title)
    sentences = {
        DATE: words.t(
            "Activity {number}, {title}: on which day was it? Please reply to this message, for"
            " example <code>13 August</code>",
            number=number,
            title=title,
        ),
        SERVED: words.t(
            "Activity {number}, {title}: how many people were served? Please reply to this message"
            " with a number, for example <code>12</code>",
            number=number,
            title=title,
        ),
        JOINED: words.t(
            "Activity {number}, {title}: how many people took part? Please reply to this message"
            " with a number, for example <code>30</code>",
            number=number,
            title=title,
        ),
        TITLE: words.t(
            "Activity {number}, {title}: what shall it be called? Please reply to this message,"
            " for example <code>Autumn study aid</code>",
            number=number,
            title=title,
        ),
    }
    examples = {
        DATE: words.t("13 August"),
        SERVED: Markup("12"),
        JOINED: Markup("30"),
        TITLE: words.t("Autumn study aid"),
    }
    return Post(sentences[question], placeholder=plain(examples[question]))


def refused(words: Words, fault: Fault) -> Markup:
    """Why an answer was not taken."""
    return {
        Fault.NO_DAY: words.t("I found no date in this. Write it like 13 August, or yesterday."),
        Fault.IMPOSSIBLE_DAY: words.t("There is no such day in the calendar."),
        Fault.FUTURE_DAY: words.t("This day is yet to come. A report is about the past or today."),
        Fault.NO_NUMBER: words.t("I found no number in this. Write it like 30."),
        Fault.SEVERAL_NUMBERS: words.t("There are several numbers in this. Write one alone."),
        Fault.NEGATIVE_NUMBER: words.t("A number of people cannot be less than 0."),
        Fault.TOO_MANY: words.t("That is more than a million people. Is there a digit too many?"),
        Fault.NO_TITLE: words.t("I found no words in this. A title is a few words."),
    }[fault]


def corrected(words: Words, activity: Activity, change: Correction) -> Markup:
    """What the record says now."""
    number = activity.id
    if change.held_on is not None:
        return words.t(
            "✅ Activity {number}: the date is {day} now.",
            number=number,
            day=words.day(change.held_on),
        )
    if change.served is not None:
        return words.t(
            "✅ Activity {number}: {count} served.",
            number=number,
            count=words.number(change.served),
        )
    if change.joined is not None:
        return words.t(
            "✅ Activity {number}: {count} took part.",
            number=number,
            count=words.number(change.joined),
        )
    return words.t(
        "✅ Activity {number} is called “{title}” now.", number=number, title=change.title
    )


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
