"""How far the alliance is covered, who is in a gap, and the button that mends it."""

from collections.abc import Sequence
from datetime import date, datetime

from markupsafe import Markup

from commands.coverage.rules import share
from commands.kit import Button, Post, button, clip, in_rows, pack, page_of, pager, private_link
from locales import Words, message
from storage.coverage import (
    GAPS,
    NO_ACTIVITY,
    NO_LIAISON,
    NO_PAIR,
    NO_VISIT,
    UNREACHED,
    Cover,
    Lacking,
)
from storage.nudges import Nudge, Nudged, Outcome
from storage.organisations import Organisation
from storage.people import Liaison

LINE = Markup("\n")
NAME, LABEL, PERSON = 30, 14, 24
PAGE = 8
PEOPLE = 10
COMMUNITIES = 60
SOON = 60
"""Seconds: what comes later says when."""
COMMUNITY = "community"
"""Of `organisations.CATEGORIES`: others are paired with one."""
COVERED = {
    NO_LIAISON: message("👤 With a liaison: {covered}/{all} ({share}%)"),
    UNREACHED: message("📨 Liaisons that I can write to: {covered}/{all} ({share}%)"),
    NO_ACTIVITY: message("📷 Active this quarter: {covered}/{all} ({share}%)"),
    NO_PAIR: message("🤝 Paired: {covered}/{all} ({share}%)"),
    NO_VISIT: message("🚶 Visited this quarter: {covered}/{all} ({share}%)"),
}
TITLES = {
    NO_LIAISON: message("Nobody answers for it"),
    UNREACHED: message("None of its liaisons can be written to"),
    NO_ACTIVITY: message("No activity this quarter"),
    NO_PAIR: message("Paired with nobody"),
    NO_VISIT: message("Not visited this quarter"),
}
MENDS = {
    NO_LIAISON: message("Invite a liaison"),
    UNREACHED: message("Who is it?"),
    NO_ACTIVITY: message("Ask for a report"),
    NO_PAIR: message("Pair"),
    NO_VISIT: message("Note a visit"),
}


def in_private(words: Words) -> Post:
    """In a group: who lacks what is nobody's shame in front of the others."""
    text = words.t("Coverage is shown to staff in our private chat only.")
    return Post(text, ((private_link(words.t("Go on in private"), "coverage"),),))


def summary(words: Words, cover: Cover, days: tuple[date, date]) -> Post:
    """A line for each gap, and a button to those that have somebody in them."""
    every = cover.organisations
    if not every:
        return Post(words.t("The register has no organisations yet."))
    lines = [
        words.n(
            "📊 <b>Coverage</b> of {count} organisation, {first} to {last}",
            "📊 <b>Coverage</b> of {count} organisations, {first} to {last}",
            every,
            first=_day(words, days[0]),
            last=_day(words, days[1]),
        )
    ]
    buttons = []
    for place, gap in enumerate(GAPS):
        lacking = cover.lacking[gap]
        # Whoever has no liaison has none that cannot be written to.
        whole = every - cover.lacking[NO_LIAISON] if gap == UNREACHED else every
        if not whole:
            continue
        facts = {"covered": whole - lacking, "all": whole, "share": share(lacking, whole)}
        lines.append(words.t(COVERED[gap], **facts))
        if lacking:
            label = words.t("{gap}: {count}", gap=words.t(TITLES[gap]), count=lacking)
            buttons.append(button(label, pack("coverage.gap", place, 1)))
    if not buttons:
        lines.append(words.t("🎉 Everybody is covered."))
    return Post(LINE.join(lines), in_rows(buttons, 1))


def gap_page(words: Words, gap: str, found: Sequence[Lacking], number: int) -> Post:
    """Who is in one gap, each with what mends it."""
    page = page_of(found, number, PAGE)
    lines = [words.t("📋 <b>{gap}</b>: {count}", gap=words.t(TITLES[gap]), count=len(found))]
    if not found:
        lines.append(words.t("🎉 Nobody is left here."))
    for place, one in enumerate(page.items, start=(page.number - 1) * PAGE + 1):
        name = clip(one.short_name, NAME)
        lines.append(words.t("{place}. {name}", place=place, name=name))
    rows = [
        (
            button(words.list([clip(one.short_name, LABEL)]), pack("organisations.open", one.id)),
            _mend(words, gap, one),
        )
        for one in page.items
    ]
    turns = pager(page, "coverage.gap", GAPS.index(gap))
    back = button(words.t("‹ Coverage"), pack("coverage.home"))
    return Post(LINE.join(lines), (*rows, turns, (back,)))


def who(words: Words, one: Organisation, liaisons: Sequence[Liaison], url: str) -> Post:
    """Whom I cannot write to, and the link that changes it."""
    named = [_person(words, person) for person in liaisons[:PEOPLE]]
    text = words.t(
        "👤 {name}: {people}\nI cannot write to them yet. Please send them this link; once they"
        " press Start, messages reach them.\n{url}",
        name=clip(one.short_name, NAME),
        people=words.list(named) if named else words.t("nobody yet"),
        url=url,
    )
    invite = button(words.t("Invite another liaison"), pack("people.invite", one.id))
    return Post(text, ((invite,),))


def which_partner(words: Words, one: Organisation, others: Sequence[Organisation]) -> Post:
    """With whom it shall be paired: an organisation with a community, and the other way round."""
    name = clip(one.short_name, NAME)
    if not others:
        return Post(words.t("There is nobody in the register to pair {name} with.", name=name))
    buttons = []
    for other in others[:COMMUNITIES]:
        pair = (other.id, one.id) if one.category == COMMUNITY else (one.id, other.id)
        label = words.list([clip(other.short_name, LABEL)])
        buttons.append(button(label, pack("organisations.pair", *pair)))
    text = words.t("🤝 With whom shall {name} be paired?", name=name)
    return Post(text, in_rows(buttons, 3))


def asked(words: Words, one: Organisation, nudged: Nudged, due_at: datetime, now: datetime) -> Post:
    """What became of it; as long as it stands it can be taken back."""
    shown = clip(one.short_name, NAME)
    if nudged.outcome is Outcome.AGAIN:
        day = words.day(nudged.asked_at.astimezone(words.zone).date())
        text = words.t("{name} was asked on {day}; once a week is enough.", name=shown, day=day)
        return Post(text)
    if nudged.outcome is Outcome.NOBODY:
        text = words.t("{name} has no liaison yet to whom I can write.", name=shown)
        invite = button(words.t("Invite a liaison"), pack("people.invite", one.id))
        return Post(text, ((invite,),))
    people = words.list([clip(one, PERSON) for one in nudged.names[:PEOPLE]])
    if (due_at - now).total_seconds() > SOON:
        when = words.moment(due_at, words.zone)
        text = words.t("📮 {name}: I ask {people} at {when}.", name=shown, people=people, when=when)
    else:
        text = words.t("📮 {name}: I ask {people} in a moment.", name=shown, people=people)
    return Post(text, ((button(words.t("↩️ Take back"), pack("coverage.undo", nudged.id)),),))


def question(words: Words, nudge: Nudge) -> Post:
    """To its liaisons, in private."""
    name = clip(nudge.organisation, NAME)
    if nudge.withdrawn_at is not None:
        text = words.t("↩️ The question about {name} was taken back.", name=name)
        return Post(text, is_withdrawn=True)
    text = words.t(
        "📮 The street office asks: {name} has no activity on record for this quarter yet. If there"
        " was one, send me some photos with a line of words, for example <code>#report 12 August,"
        " free clinic, 30 people</code>. If something stands in the way, tell the street office.",
        name=name,
    )
    return Post(text)


def _mend(words: Words, gap: str, one: Lacking) -> Button:
    label = words.t(MENDS[gap])
    data = {
        NO_LIAISON: pack("people.invite", one.id),
        UNREACHED: pack("coverage.who", one.id),
        NO_ACTIVITY: pack("coverage.nudge", one.id),
        NO_PAIR: pack("coverage.pair", one.id),
        NO_VISIT: pack("visits.begin", one.id),
    }
    return button(label, data[gap])


def _person(words: Words, person: Liaison) -> Markup:
    linked = '<a href="tg://user?id={id}">{name}</a>'
    name = clip(person.name, PERSON) or str(person.id)
    return words.t(linked, id=str(person.id), name=name)


def _day(words: Words, day: date) -> str:
    return words.day(day, day)
