"""The receipt of a report: what was understood, what was not, and buttons to correct each."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from commands.activities.looking import facts
from commands.activities.photos import standing
from commands.activities.rules import DATE, JOINED, SERVED, TITLE, Question
from commands.kit import Button, Post, Row, button, pack
from locales import Words
from storage.activities import Activity
from storage.sightings import Sighting

FIX_ORGANISATION = "activities.fix_org"


def receipt(
    words: Words, activity: Activity, *, chooses: bool, seen: Sequence[Sighting] = ()
) -> Post:
    """What is on record now; `chooses`: the organisation may be another one."""
    doubts = [*_doubts(words, activity), *standing.warnings(words, activity, seen)]
    lines = [*_lines(words, activity), *([Markup(""), *doubts] if doubts else [])]
    return Post(facts.LINE.join(lines), _buttons(words, activity, chooses=chooses))


def _lines(words: Words, activity: Activity) -> Iterator[Markup]:
    yield words.t("✅ <b>Activity {number} is recorded</b>", number=activity.id)
    yield words.t("<b>{title}</b>", title=facts.name(activity.title))
    if activity.organisation is not None:
        yield words.t("🏢 {name}", name=facts.name(activity.organisation))
    if activity.held_on is not None:
        yield words.t("📅 {day}", day=words.day(activity.held_on))
    if people := facts.people(words, activity):
        yield words.t("👥 {people}", people=people)
    yield standing.summary(words, activity)


def _doubts(words: Words, activity: Activity) -> Iterator[Markup]:
    missing = [
        name
        for name, value in (
            (words.t("the date"), activity.held_on),
            (words.t("the organisation"), activity.organisation_id),
            (words.t("how many were served"), activity.served),
            (words.t("how many took part"), activity.joined),
        )
        if value is None
    ]
    if missing:
        yield words.t(
            "⚠️ Not found in your words: {missing}. Add it with the buttons below.",
            missing=words.list(missing),
        )
    if activity.organisation_guessed:
        yield words.t(
            "⚠️ {name} answers for several organisations and named none. If it was another one,"
            " press “Correct organisation”.",
            name=facts.name(activity.reporter),
        )


def _buttons(words: Words, activity: Activity, *, chooses: bool) -> tuple[Row, ...]:
    date = words.t("Add date") if activity.held_on is None else words.t("Correct date")
    served = words.t("Add served") if activity.served is None else words.t("Correct served")
    joined = words.t("Add took part") if activity.joined is None else words.t("Correct took part")
    title = _fix(words.t("Correct title"), TITLE, activity)
    first: Row = (_fix(date, DATE, activity), title)
    second: Row = (_fix(served, SERVED, activity), _fix(joined, JOINED, activity))
    if not chooses:
        return (first, second)
    label = (
        words.t("Choose organisation")
        if activity.organisation_id is None
        else words.t("Correct organisation")
    )
    return (first, second, (button(label, pack(FIX_ORGANISATION, activity.id)),))


def _fix(label: Markup, question: Question, activity: Activity) -> Button:
    return button(label, pack(question.press, activity.id))
