"""Everything that can be done without typing, as buttons: the features, then their commands."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.help.rules import Section
from commands.kit import Button, Feature, Post, button, in_rows, number_for, pack, private_link
from commands.kit.running import HOME, RUN
from locales import Words

MENU, OPEN = "menu", "help.open"
LINE = Markup("\n")
SHOW = "help.show"


def menu(words: Words, sections: Sequence[Section], *, is_private: bool) -> Post:
    """The features; from a group the rest leads to the private chat."""
    rooms = [_room(words, feature) for feature, _ in sections]
    if is_private:
        last = button(words.t("❓ How things are done"), pack(SHOW))
    else:
        last = private_link(words.t("Everything, in private"), MENU)
    text = words.t("📋 <b>Menu</b>\nPress what it is about; nothing has to be typed.")
    return Post(text, (*in_rows(rooms), (last,)))


def room(words: Words, section: Section) -> Post:
    """One feature: what each command does, and a button for each."""
    feature, commands = section
    lines = [
        words.t(
            "• <b>{name}</b>: {help}", name=_label(words, one.called(words)), help=words.t(one.help)
        )
        for one in commands
    ]
    buttons = [
        button(_label(words, one.called(words)), pack(RUN, number_for(one.name)))
        for one in commands
    ]
    title = words.t("📋 <b>{title}</b>", title=words.t(feature.title))
    back = button(words.t("‹ Menu"), pack(HOME))
    return Post(LINE.join([title, Markup(), *lines]), (*in_rows(buttons), (back,)))


def changed(words: Words) -> Markup:
    """For a button of a menu that an earlier version showed."""
    return words.t("The menu has changed since. Type /menu for the present one.")


def _room(words: Words, feature: Feature) -> Button:
    return button(words.t(feature.title), pack(OPEN, number_for(feature.name)))


def _label(words: Words, name: str) -> Markup:
    """A command's name without its slash: latin ones begin with a capital on a button."""
    return words.list([name[:1].upper() + name[1:]])
