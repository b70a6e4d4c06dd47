"""Whom to call for an organisation: names that open a chat, and why no message reaches them."""

from markupsafe import Markup

from commands.kit import clip
from commands.notices.terms import SHORT_NAME
from locales import Words, message
from locales.text import clean
from storage.boards import Standing
from storage.people import Liaison

LIAISONS, NAME = 5, 24
"""So many of an organisation's liaisons are named to staff, with so many characters."""
WHY_NOT = {
    "blocked": message("has switched me off"),
    "deactivated": message("has no account any more"),
}
"""By storage.people's words; everybody else has never pressed Start."""


def line(words: Words, standing: Standing) -> Markup:
    """An organisation with its people; a tap on a name opens the chat, and notifies nobody."""
    return _line(words, standing, [chat(words, one) for one in standing.liaisons[:LIAISONS]])


def line_with_reasons(words: Words, standing: Standing) -> Markup:
    """The same for one that nothing reaches: behind each name stands why."""
    people = [
        words.t("{name} ({why})", name=chat(words, one), why=why_not(words, one))
        for one in standing.liaisons[:LIAISONS]
    ]
    return _line(words, standing, people)


def chat(words: Words, person: Liaison, characters: int = NAME) -> Markup:
    """A name that opens the person's chat; in a group Telegram also notifies who is called so."""
    name = clean(clip(person.name, characters)) or str(person.id)
    opens = Markup('<a href="tg://user?id={}">{}</a>').format(person.id, name)
    return words.t("{name} (deputy)", name=opens) if person.is_deputy else opens


def why_not(words: Words, person: Liaison) -> Markup:
    """Why no private message arrives."""
    known = WHY_NOT.get(person.unreached_why or "")
    return words.t(known) if known else words.t("has not pressed Start")


def _line(words: Words, standing: Standing, people: list[Markup]) -> Markup:
    name = clip(standing.organisation.short_name, SHORT_NAME)
    if not people:
        people = [words.t("no liaison yet")]
    called = words.list(people)
    if standing.caller:
        return words.t(
            "• {organisation}: {people} 📞{name}",
            organisation=name,
            people=called,
            name=clip(standing.caller, NAME),
        )
    return words.t("• {organisation}: {people}", organisation=name, people=called)
