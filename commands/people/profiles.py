"""What a person reads about oneself: who I am to the bot, and in which language it speaks."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from commands.kit import Asker, Place, Post, Role, button, clip, language_row, pack, private_link
from commands.people.ranks import RANKS, called
from locales import LANGUAGES, Words
from storage.organisations import Organisation
from storage.seats import Rank, Seat

NAME = 60
SHORT_NAME = 20
ORGANISATIONS = 20
LINE = Markup("\n")


def profile(
    words: Words,
    asker: Asker,
    seats: Sequence[Seat],
    waiting: Sequence[Organisation] = (),
    number: str | None = None,
) -> Post:
    """Everything that the bot knows of the asker, and what to do next.

    The own phone number is for a private chat alone.
    """
    facts = list(_facts(words, asker, seats, waiting))
    if number is not None:
        facts.append(words.t("Phone: {number} (/phone takes it back)", number=number))
    text = LINE.join([*facts, Markup(), _next(words, asker)])
    if asker.person.is_reachable:
        return Post(text)
    return Post(text, ((private_link(words.t("Open our private chat"), "start"),),))


def _facts(
    words: Words, asker: Asker, seats: Sequence[Seat], waiting: Sequence[Organisation]
) -> Iterator[Markup]:
    person = asker.person
    yield words.t("<b>{name}</b>", name=clip(person.name, NAME) or str(person.id))
    yield words.t("Telegram number: <code>{id}</code>", id=str(person.id))
    yield words.t("Role: {roles}", roles=words.list(_roles(words, asker, seats)))
    if names := _names(words, [one.organisation for one in seats if one.rank is Rank.LIAISON]):
        yield words.t("Liaison of: {names}", names=names)
    if names := _names(words, [one.organisation for one in seats if one.rank is Rank.DEPUTY]):
        yield words.t("Deputy liaison of: {names}", names=names)
    if names := _names(words, [one.organisation for one in seats if one.rank is Rank.MEMBER]):
        yield words.t("Belongs to: {names}", names=names)
    if names := _names(words, waiting):
        yield words.t("Waits for the street office's yes: {names} (/join shows it)", names=names)
    yield words.t("Language: {language} (/language changes it)", language=words.name)
    if person.is_reachable:
        yield words.t("Private chat: open, I can remind you there")
    else:
        yield words.t("Private chat: not open yet, so I cannot remind you. Press the button below.")


def _names(words: Words, organisations: Sequence[Organisation]) -> Markup:
    return words.list([clip(one.short_name, SHORT_NAME) for one in organisations[:ORGANISATIONS]])


def _roles(words: Words, asker: Asker, seats: Sequence[Seat]) -> list[Markup]:
    roles = [words.t("staff of the street office")] if asker.person.is_staff else []
    held = {one.rank for one in seats}
    roles += [called(words, rank) for rank in RANKS if rank in held]
    return roles or [words.t("guest, with no organisation yet")]


def _next(words: Words, asker: Asker) -> Markup:
    if asker.role is Role.STAFF:
        return words.t("You can send notices and appoint liaisons. /help shows how.")
    if asker.role is Role.LIAISON:
        return words.t(
            "Your press on a notice counts for your organisation, and you can report its"
            " activities with photos. /help shows how."
        )
    return words.t(
        "You can look up organisations, notices and activities. /help shows how. If you speak for"
        " or belong to an organisation, tell the street office with /join."
    )


def languages(words: Words, place: Place, role: Role) -> Post:
    """The choice for oneself; for staff in a group, for the group as well."""
    rows = [language_row(words, "people.language")]
    text = words.t("Which language shall I speak with you?")
    if role is Role.STAFF and not place.is_private:
        rows += [
            (
                button(
                    words.t("This group: {language}", language=words.to(language).name),
                    pack("people.group_language", number),
                ),
            )
            for number, language in enumerate(LANGUAGES)
        ]
    return Post(text, tuple(rows))


def language_chosen(words: Words) -> Post:
    """In the language that was chosen."""
    return Post(words.t("I speak English with you from now on. /help shows what I can do."))


def group_language_chosen(words: Words) -> Post:
    """In the language that was chosen for everybody's messages in the group."""
    return Post(words.t("Notices and reminders in this group are in English from now on."))


def only_in_a_group(words: Words) -> Markup:
    return words.t("This works in a group. Type /language there.")


def unknown_choice(words: Words) -> Markup:
    return words.t("This button is out of date. Type the command again.")
