"""Announcements: what is asked before, the card, what is coming, and the question the day after."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from commands.activities.looking import facts
from commands.kit import Post, button, clip, in_rows, pack
from locales import Words, plain
from storage.announcements import Announcement
from storage.organisations import Organisation

MAKE, CALL_OFF, DONE = "activities.announce", "activities.call_off", "activities.reported"
MATCH = "activities.matched"
UNKNOWN = 0
"""A button's number for what is not known yet; days are their ordinals."""
LABEL = 16
DAYS = 14
ORGANISATIONS = 60


def how_to(words: Words) -> Post:
    """For /announce without words: a reply says it."""
    text = words.t(
        "📣 What takes place, when and where? Reply to this message in one line, for example:\n"
        "• 25 August 3 pm free clinic in the community hall, 30 places\n"
        "• first Saturday of every month 9:00-11:00 lecture for the young\n"
        "You see it before anybody else does, and complete it by buttons."
    )
    return Post(text, placeholder=plain(words.t("25 August 3 pm free clinic in the hall")))


def which_day(
    words: Words, search_id: int, organisation_id: int, days: Sequence[date], today: date
) -> Post:
    """By buttons: the days that the words may mean, else the next two weeks."""
    offered = days or [today + timedelta(days=one) for one in range(DAYS)]
    buttons = [
        button(
            words.list([words.day(day, today)]),
            pack(MAKE, search_id, organisation_id, day.toordinal()),
        )
        for day in offered
    ]
    text = words.t("📣 On which day does it take place? Later than these: write the date with it.")
    return Post(text, in_rows(buttons, 3))


def which_organisation(
    words: Words, search_id: int, day: date | None, choices: Sequence[Organisation]
) -> Post:
    """Whose it is: staff choose of all, liaisons of theirs."""
    when = day.toordinal() if day else UNKNOWN
    buttons = [
        button(words.list([clip(one.short_name, LABEL)]), pack(MAKE, search_id, one.id, when))
        for one in choices[:ORGANISATIONS]
    ]
    return Post(words.t("📣 Which organisation holds it?"), in_rows(buttons, 3))


def question(words: Words, announced: Announcement) -> Post:
    """The day after, once; what was settled since is said."""
    title = facts.name(announced.title)
    if announced.called_off_at is not None:
        return Post(words.t("❌ {title}: it did not take place.", title=title))
    if announced.activity_id is not None:
        number = announced.activity_id
        return Post(
            words.t("✅ Thank you! {title} is activity {number}.", title=title, number=number)
        )
    lines = [
        words.t("📷 <b>How was it? {title}</b>", title=title),
        *_facts(words, announced),
        words.t(
            "If you have some photos, reply to this message with them; a line with how many came"
            " makes the report whole. I ask only this once."
        ),
    ]
    buttons = (
        button(words.t("It did not take place"), pack(CALL_OFF, announced.id)),
        button(words.t("Reported already"), pack(DONE, announced.id)),
    )
    return Post(facts.LINE.join(lines), (buttons,))


def which(
    words: Words, activity_id: int, known: Announcement | None, choices: Sequence[Announcement]
) -> Post | None:
    """Of which announcement a report is; None: there is nothing to choose any more."""
    if known is not None:
        title = facts.name(known.title)
        return Post(words.t("✅ This is the report of what was announced: {title}", title=title))
    if not choices:
        return None
    buttons = [
        button(
            words.t(
                "{day} {title}",
                day=words.day(one.held_on),
                title=clip(one.title, LABEL),
            ),
            pack(MATCH, activity_id, one.id),
        )
        for one in choices[:DAYS]
    ]
    text = words.t(
        "❓ Is activity {number} one of these that were announced? A press says which; if it is"
        " none, nothing has to be done.",
        number=activity_id,
    )
    return Post(text, tuple((one,) for one in buttons))


def send_photos(words: Words) -> Markup:
    """For a reply to the question that has neither photos nor words."""
    return words.t("Please reply with some photos, or with a line of words.")


def _facts(words: Words, announced: Announcement) -> Iterator[Markup]:
    yield words.t("🏢 {name}", name=facts.name(announced.organisation))
    yield words.t("📅 {day}", day=words.day(announced.held_on))
    if announced.place:
        yield words.t("📍 {place}", place=facts.name(announced.place))


def forgotten(words: Words) -> Markup:
    """For a button whose words are not kept any more, or that was made by nobody of ours."""
    return words.t("I do not know any more what this was about. Please write /announce anew.")


def is_past(words: Words) -> Markup:
    """For a day before today."""
    return words.t("That day is over. To report what took place, use /report.")


def not_yours(words: Words) -> Markup:
    return words.t("Only liaisons of this organisation and staff can do this.")


def settled(words: Words) -> Markup:
    return words.t("This was settled meanwhile. The card shows how it stands.")


def thanks(words: Words) -> Markup:
    """For who says that it was reported."""
    return words.t("Thank you, then all is well.")
