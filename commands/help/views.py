"""The first words to somebody, and kind words when nothing else answers."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from commands.help.courtesies import Courtesy
from commands.help.manuals import examples
from commands.help.menus import SHOW
from commands.help.tasks import menu_button
from commands.kit import (
    Asker,
    Command,
    Post,
    Role,
    Row,
    button,
    clip,
    language_row,
    pack,
    payload_for,
    private_link,
)
from locales import Words, message

NAME = 40
SHORT_NAME = 20
MEANT = "help.meant"
FIND = "find"
"""The command that looks for words."""
ORGANISATIONS = 10


def greeting(words: Words, asker: Asker) -> Post:
    """At /start in private: who I am, who you are here, and the choice of a language."""
    hello = words.t(
        "Hello {name}! I am Gongjian, the alliance's assistant. I pass on notices, count who has"
        " answered, and keep the record of activities.",
        name=clip(asker.person.name, NAME),
    )
    text = Markup("\n\n").join([hello, _standing(words, asker)])
    ways = menu_button(words), button(words.t("❓ How things are done"), pack(SHOW))
    return Post(text, (ways, language_row(words, "people.language")))


Ways = tuple[Row, Row]


class Offer(NamedTuple):
    """What a sentence of this role's without a command is mostly meant for."""

    command: str
    label: str
    """Marked with `message`."""


OFFERS = {
    Role.STAFF: Offer("notice", message("📢 Post this as a notice")),
    Role.LIAISON: Offer("report", message("📷 Report this as an activity")),
}
KIND_WORDS = {
    Courtesy.THANKS: message("🤝 You are welcome! I am here whenever there is something to do."),
    Courtesy.FAREWELL: message("👋 Goodbye! I am here whenever there is something to do."),
    Courtesy.NOD: message("👌 All right. For anything else, press Menu or just ask me."),
}


def kind_word(words: Words, meant: Courtesy, *, is_private: bool) -> Post:
    """Back to thanks, a goodbye or a nod."""
    ways = ((menu_button(words),),) if is_private else ()
    return Post(words.t(KIND_WORDS[meant]), ways)


def greeting_in_group(words: Words) -> Post:
    """At /start in a group: the way to the private chat."""
    text = words.t("I am here. /help shows what I can do; the rest we talk over in private.")
    return Post(text, ((private_link(words.t("Open our private chat"), "start"),),))


def introduction(words: Words, *, is_administrator: bool) -> Post:
    """To a group that the bot has just joined: who it is, and what it still needs."""
    lines = [
        words.t(
            "Hello everybody! I am Gongjian, the alliance's assistant. I post notices and count"
            " who has answered, and keep the record of what the organisations do. /help shows what"
            " you can ask me."
        )
    ]
    if not is_administrator:
        lines.append(
            words.t(
                "⚠️ Please make me an administrator of this group: then I can pin notices, see all"
                " photos of an album, and read commands that are typed in Chinese."
            )
        )
    text = Markup("\n\n").join(lines)
    return Post(text, ((private_link(words.t("Open our private chat"), "start"),),))


def _standing(words: Words, asker: Asker) -> Markup:
    """What somebody is here."""
    if asker.role is Role.STAFF:
        return words.t("You are staff of the street office.")
    if asker.role is Role.LIAISON:
        names = [clip(one.short_name, SHORT_NAME) for one in asker.organisations[:ORGANISATIONS]]
        return words.t(
            "You are liaison of <b>{organisations}</b>.", organisations=words.list(names)
        )
    return words.t(
        "You can look up organisations, notices and activities. Do you speak for an organisation?"
        " Type /join."
    )


def how_to_report(words: Words, role: Role) -> Post:
    """For a photo that no feature took."""
    if role >= Role.LIAISON:
        return Post(
            words.t(
                "A fine photo! To report an activity, send the photos with words that begin like"
                " this: <code>#report 13 August, visit to students, 12 people</code>"
            )
        )
    return Post(
        words.t(
            "Thank you for the photo! Activities are reported by the organisations' liaisons. If"
            " you are to be one, ask the street office for a link."
        )
    )


def hint(words: Words, commands: Sequence[Command], said: str = "", ways: Ways = ((), ())) -> Post:
    """For words that nothing explains: some that work, and to look for the words themselves."""
    lines = [
        words.t("I did not understand that, sorry. You could type one of these:"),
        *examples(words, commands),
        words.t("/help shows all that I can do."),
    ]
    found: tuple[Row, ...] = ()
    if said and payload_for(FIND, said) is not None:
        label = words.t("🔍 Look for “{words}”", words=clip(said, SHORT_NAME))
        found = ((private_link(label, FIND, said),),)
    first, last = ways
    return Post(Markup("\n").join(lines), tuple(row for row in (first, *found, last) if row))


def ways(words: Words, offer: Offer | None, kept: int, *, is_private: bool) -> Ways:
    """Above the search what the words may be meant for, by the number that keeps them; the menu."""
    first = (button(words.t(offer.label), pack(MEANT, kept)),) if offer else ()
    return first, (menu_button(words),) if is_private else ()
