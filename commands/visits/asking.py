"""What is asked about a visit or a promise, by buttons or to be answered by a reply."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from markupsafe import Markup

from commands.kit import Post, button, clip, in_rows, pack
from commands.visits.rules import PROMISES
from commands.visits.views import ASKED, LINE, NAME, PROMISE_SHOWN, standing
from locales import Words, plain
from storage.people import Person
from storage.promises import OPEN, VOID, Owed
from storage.visits import Visit

NO_DAY = -1
"""Instead of a day's ordinal: without one."""
STAFF = 40
LABEL = 16


def how_to(words: Words) -> Markup:
    """Above the organisations, for /visit alone."""
    return words.t(
        "🚶 Which organisation did you visit? Choose it here, or write all of it in one line:"
        " <code>/visit Xinglong 20 August parking is hard; promised: talk to the property manager"
        " by 1 September</code>"
    )


def which_day(words: Words, visit: Visit) -> Post:
    text = words.t("On which day did you visit {name}?", name=clip(visit.organisation, NAME))
    return Post(text, placeholder=plain(words.t("20 August")))


def which_heard(words: Words, visit: Visit) -> Post:
    """What is there already is shown, to be sent again in other words."""
    name = clip(visit.organisation, NAME)
    text = words.t("💬 What did you hear at {name}? Reply to this message.", name=name)
    if visit.heard:
        now = words.t("Until now: {heard}", heard=clip(visit.heard, 400))
        text = LINE.join([text, now])
    return Post(text, placeholder=plain(words.t("Parking is hard, the lift is old")))


def which_promise(words: Words, visit: Visit) -> Post:
    text = words.t(
        "🤝 What did you promise {name}, and by when? Reply to this message, a line for each; or"
        " “none”.",
        name=clip(visit.organisation, NAME),
    )
    return Post(text, placeholder=plain(words.t("By 1 September: talk to the manager")))


def which_due(words: Words, owed: Owed) -> Post:
    text = words.t(
        "By when is “{words}” to be done? Reply with a day.",
        words=clip(owed.promise.words, PROMISE_SHOWN),
    )
    return Post(text, placeholder=plain(words.t("15 September")))


def why_not(words: Words, owed: Owed) -> Post:
    text = words.t(
        "❌ {name}: “{words}” was not kept. Please reply with the reason, in a few words.",
        name=clip(owed.organisation, NAME),
        words=clip(owed.promise.words, PROMISE_SHOWN),
    )
    return Post(text, placeholder=plain(words.t("The owners did not agree")))


def offer_days(words: Words, owed: Owed, today: date) -> Post:
    """By when, by buttons."""
    month = today.replace(day=monthrange(today.year, today.month)[1])
    days = dict.fromkeys(today + timedelta(days) for days in (1, 3, 7, 14, 30))
    if month > today:
        days[month] = None
    buttons = [
        button(
            words.list([words.day(day, today)]),
            pack("visits.due", owed.promise.id, day.toordinal()),
        )
        for day in sorted(days)
    ]
    others = (
        button(words.t("Another day"), pack("visits.due", owed.promise.id, ASKED)),
        button(words.t("No day"), pack("visits.due", owed.promise.id, NO_DAY)),
    )
    what = clip(owed.promise.words, PROMISE_SHOWN)
    text = words.t(
        "🤝 {name}: by when is “{words}”?", name=clip(owed.organisation, NAME), words=what
    )
    return Post(text, (*in_rows(buttons), others))


def which_change(words: Words, visit: Visit) -> Post:
    """What of a visit shall be changed."""
    buttons = [
        button(words.t("📅 Day"), pack("visits.redate", visit.id)),
        button(words.t("👥 Who went"), pack("visits.who", visit.id)),
        button(words.t("💬 What was heard"), pack("visits.heard", visit.id)),
        button(words.t("🏢 Organisation"), pack("visits.move", visit.id)),
    ]
    for number, one in enumerate(standing(visit), start=1):
        if one.state == OPEN:
            label = words.t("✖️ No promise: {number}", number=number)
            buttons.append(button(label, pack("visits.void", one.id)))
    for one in [one for one in visit.promises if one.state == VOID][-PROMISES:]:
        label = words.t("↩️ {words}", words=clip(one.words, LABEL))
        buttons.append(button(label, pack("visits.reopen", one.id)))
    close = button(words.t("Close"), pack("visits.close", visit.id))
    text = words.t("✏️ What of the visit to {name}?", name=clip(visit.organisation, NAME))
    return Post(text, (*in_rows(buttons), (close,)))


def who_went(words: Words, visit: Visit, staff: Sequence[Person]) -> Post:
    """Everybody of staff; a press takes one in or out."""
    there = {one.id for one in visit.visitors}
    buttons = []
    for one in staff[:STAFF]:
        name = words.list([clip(one.name, LABEL) or str(one.id)])
        label = Markup("✅ ") + name if one.id in there else name
        buttons.append(button(label, pack("visits.who", visit.id, one.id)))
    close = button(words.t("✅ Done"), pack("visits.close", visit.id))
    text = words.t("👥 Who went to {name}?", name=clip(visit.organisation, NAME))
    return Post(text, (*in_rows(buttons), (close,)))
