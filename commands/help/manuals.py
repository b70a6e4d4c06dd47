"""What commands there are and how one is typed, all from the features' own values."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from commands.help.rules import Section
from commands.help.tasks import typed
from commands.kit import Command, Post, Role, clip, private_link
from locales import Words, message

ASKED = 30
LINE = Markup("\n")
WHO = {
    Role.LIAISON: message("Only liaisons and staff may use it."),
    Role.STAFF: message("Only staff of the street office may use it."),
}


def manual(words: Words, sections: Iterable[Section], role: Role) -> Post:
    """In private: everything that the role may, by feature."""
    parts = [
        LINE.join(
            [
                words.t("<b>{title}</b>", title=words.t(feature.title)),
                *(line for one in commands for line in _entry(words, one, role)),
            ]
        )
        for feature, commands in sections
    ]
    more = words.t("More about one of them: <code>/help language</code>")
    return Post(Markup("\n\n").join([*parts, more]))


def short_manual(words: Words, commands: Sequence[Command], role: Role) -> Post:
    """In a group: a handful, and the way to the rest."""
    lines = [words.t("What I can do for you here:"), *(_line(words, one, role) for one in commands)]
    return Post(LINE.join(lines), ((private_link(words.t("Everything, in private"), "help"),),))


def explanation(words: Words, command: Command, role: Role) -> Post:
    """One command: what it does, how it is typed, who may."""
    lines = [_name(words, command), words.t(command.help)]
    if command.example:
        lines.append(_example(words, command))
    if command.bare and command.chinese:
        lines.append(
            words.t(
                "It also works without the slash: <code>{chinese} …</code>",
                chinese=command.chinese[0],
            )
        )
    if command.who > role:
        lines.append(words.t(WHO[command.who]))
    if command.by_number is not None:
        lines.append(_by_number(words, command))
    return Post(LINE.join(lines))


def no_such(words: Words, asked: str, likely: Sequence[Command]) -> Post:
    """For a name that is nobody's: what was perhaps meant."""
    text = words.t("There is no command “{asked}”.", asked=clip(asked, ASKED))
    return Post(LINE.join([text, _suggestion(words, likely)]))


def perhaps(words: Words, likely: Sequence[Command]) -> Post:
    """For words that are nearly a command."""
    return Post(_suggestion(words, likely))


def examples(words: Words, commands: Iterable[Command]) -> list[Markup]:
    """A line to copy for each command that has an example."""
    return [
        words.t("• {help}: {example}", help=words.t(one.help), example=typed(words, one))
        for one in commands
        if one.example
    ]


def _suggestion(words: Words, likely: Sequence[Command]) -> Markup:
    if not likely:
        return words.t("/help shows all that I can do.")
    names = words.list([_name(words, one) for one in likely])
    return words.t("Do you mean {names}? /help shows all that I can do.", names=names)


def _entry(words: Words, command: Command, role: Role) -> Iterator[Markup]:
    yield _line(words, command, role)
    if command.example and command.who <= role:
        yield _example(words, command)


def _line(words: Words, command: Command, role: Role) -> Markup:
    if command.who > role:
        return _by_number(words, command)
    return words.t("{name}: {help}", name=_name(words, command), help=words.t(command.help))


def _name(words: Words, command: Command) -> Markup:
    if not command.chinese:
        return words.t("/{name}", name=command.name)
    return words.t("/{name} (/{chinese})", name=command.name, chinese=command.chinese[0])


def _by_number(words: Words, command: Command) -> Markup:
    return words.t("<code>/{name} 12</code>: shows number 12", name=command.called(words))


def _example(words: Words, command: Command) -> Markup:
    return words.t("For example {example}", example=typed(words, command))
