"""What a receipt asks: candidates as buttons, and a button for each thing that was not found."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from markupsafe import Markup

from commands.activities.faults import Fault
from commands.activities.looking import facts
from commands.activities.reporting.faulty import reason
from commands.activities.reporting.fields import (
    COLUMNS,
    DATE,
    HOURS,
    JOINED,
    LINKAGE,
    MATERIALS,
    MONEY,
    ORGANISATION,
    PLACE,
    QUESTIONS,
    SERVED,
    mark_of,
)
from commands.kit import LINKAGE_NAMES, Button, Row, button, clip, in_rows, pack
from locales import Words, message
from storage.activities import Activity
from storage.unsure import PARTNERS

TAKE, ALSO, NONE_OF_THEM = "activities.take", "activities.also", "activities.none"
MERGE, APART = "activities.merge", "activities.apart"
KIND, FIX_ORGANISATION = "activities.kinds", "activities.fix_org"
MOST = 3
"""So many candidates of one thing are offered; the others are behind its own button."""
LABEL = 14
NAMES = {
    "held_on": message("the date"),
    ORGANISATION: message("the organisation"),
    LINKAGE: message("the kind"),
    "place": message("the place"),
    "served": message("how many were served"),
    "joined": message("how many took part"),
    "minutes": message("the service time"),
    "money": message("the money"),
    "materials": message("the things given"),
    PARTNERS: message("who else was part of it"),
}
ADD = {
    DATE: message("＋ Date"),
    PLACE: message("＋ Place"),
    SERVED: message("＋ Served"),
    JOINED: message("＋ Took part"),
    HOURS: message("＋ Time"),
    MONEY: message("＋ Money"),
    MATERIALS: message("＋ Things"),
}
OTHER = {
    DATE: message("Another date"),
    PLACE: message("Another place"),
    SERVED: message("Other number served"),
    JOINED: message("Other number of participants"),
    HOURS: message("Another time"),
    MONEY: message("Another sum"),
    MATERIALS: message("Other things"),
}


def lines(words: Words, activity: Activity) -> Iterator[Markup]:
    """In words: why something was not taken, what to confirm, what was not found."""
    for column, one in activity.unsure.items():
        if one.why and column in NAMES:
            what, why = words.t(NAMES[column]), reason(words, Fault[one.why.upper()])
            yield words.t("⚠️ {what}: {why}", what=what, why=why)
    unsure = [words.t(NAMES[one]) for one in NAMES if _has_candidates(activity, one)]
    if unsure:
        yield words.t("❓ Please confirm: {what}.", what=words.list(unsure))
    lacking = [words.t(NAMES[one]) for one in NAMES if _lacks(activity, one)]
    if lacking:
        yield words.t("➕ Not found in your words: {what}.", what=words.list(lacking))


def rows(words: Words, activity: Activity, names: Mapping[int, str]) -> Iterator[Row]:
    """Candidates first, a row or two for each thing; then what was not found, two in a row."""
    for column in COLUMNS:
        if _has_candidates(activity, column):
            yield from in_rows(list(_candidates(words, activity, column, names)))
    yield from in_rows(list(_partners(words, activity, names)))
    adding = [_add(words, activity, one) for one in NAMES if _is_asked_plainly(activity, one)]
    yield from in_rows(adding)


def twin(words: Words, activity: Activity, other: Activity) -> Row:
    """Whether two reports are of one activity."""
    return (
        button(words.t("🔗 Join them"), pack(MERGE, activity.id, other.id)),
        button(words.t("Another one"), pack(APART, activity.id, other.id)),
    )


def _candidates(
    words: Words, activity: Activity, column: str, names: Mapping[int, str]
) -> Iterator[Button]:
    place = COLUMNS.index(column)
    for text in activity.unsure[column].may_be[:MOST]:
        label = _label(words, column, text, names, activity.reported_at.date())
        yield button(label, pack(TAKE, activity.id, place, mark_of(text)))
    if column == ORGANISATION:
        yield button(words.t("Another organisation"), pack(FIX_ORGANISATION, activity.id))
    elif column == LINKAGE:
        yield button(words.t("Another kind"), pack(KIND, activity.id))
    else:
        question = QUESTIONS[place]
        yield button(words.t(OTHER[question]), pack(question.press, activity.id))


def _label(words: Words, column: str, text: str, names: Mapping[int, str], today: date) -> Markup:
    """A candidate as its button shows it; a year only when it is not today's."""
    labels: dict[str, Callable[[], Markup]] = {
        "held_on": lambda: words.t("📅 {day}", day=words.day(date.fromisoformat(text), today)),
        ORGANISATION: lambda: words.t("🏢 {name}", name=_name(names, text)),
        LINKAGE: lambda: words.t("🏷 {kind}", kind=words.t(LINKAGE_NAMES[text])),
        "served": lambda: words.t("served {number}", number=words.number(int(text))),
        "joined": lambda: words.t("took part {number}", number=words.number(int(text))),
        "minutes": lambda: words.t("⏱ {hours}", hours=facts.hours(words, int(text))),
        "money": lambda: words.t("💰 {money} yuan", money=words.number(int(text))),
        "place": lambda: words.t("📍 {place}", place=clip(text, LABEL)),
        "materials": lambda: words.t("📦 {materials}", materials=clip(text, LABEL)),
    }
    return labels[column]()


def _name(names: Mapping[int, str], organisation_id: str) -> str:
    return clip(names.get(int(organisation_id), organisation_id), LABEL)


def _partners(words: Words, activity: Activity, names: Mapping[int, str]) -> Iterator[Button]:
    """Who is named may have been part of it, or only have been visited or thanked."""
    if not _has_candidates(activity, PARTNERS):
        return
    for text in activity.unsure[PARTNERS].may_be[:MOST]:
        label = words.t("🤝 with {name}", name=_name(names, text))
        yield button(label, pack(ALSO, activity.id, int(text)))
    yield button(words.t("Not part of it"), pack(NONE_OF_THEM, activity.id))


def _add(words: Words, activity: Activity, column: str) -> Button:
    if column == ORGANISATION:
        return button(words.t("＋ Organisation"), pack(FIX_ORGANISATION, activity.id))
    if column == LINKAGE:
        return button(words.t("＋ Kind"), pack(KIND, activity.id))
    question = QUESTIONS[COLUMNS.index(column)]
    return button(words.t(ADD[question]), pack(question.press, activity.id))


def _has_candidates(activity: Activity, column: str) -> bool:
    return column in activity.unsure and bool(activity.unsure[column].may_be)


def _is_asked_plainly(activity: Activity, column: str) -> bool:
    """Nothing to choose from: not found at all, or what was written cannot be it."""
    is_faulty = column in activity.unsure and not activity.unsure[column].may_be
    return _lacks(activity, column) or (is_faulty and column != PARTNERS)


def _lacks(activity: Activity, column: str) -> bool:
    """True for what every activity has and this one's words do not say."""
    if column in activity.unsure or column == PARTNERS:
        return False
    is_needed = column in {LINKAGE, ORGANISATION} or QUESTIONS[COLUMNS.index(column)].is_needed
    return is_needed and getattr(activity, column) in {None, ""}
