"""`/help` in private: what people of a role want, and what to type for it."""

from collections.abc import Iterator

from markupsafe import Markup

from commands.help.rules import Wish
from commands.kit import Button, Command, Post, Task, button, pack
from commands.kit.running import HOME
from locales import Words

ALL = "help.all"
LINE = Markup("\n")


def tasks(words: Words, wishes: tuple[Wish, ...]) -> Post:
    """Each with words to tap, which copies them; and the ways that need no words at all."""
    lines = [
        words.t("❓ <b>How things are done</b>"),
        words.t("A tap on the grey words copies them: paste, change, send."),
        *(line for command, task in wishes for line in _task(words, command, task)),
        Markup(),
        asking(words),
    ]
    return Post(LINE.join(lines), ((menu_button(words), all_button(words)),))


def asking(words: Words) -> Markup:
    """That a sentence will do, and what understands it."""
    return words.t(
        "💬 You can also ask in your own words, for example “who has not answered”; in a group"
        " begin with my name. I go by rules and the register, no language model reads it."
    )


def typed(words: Words, command: Command, *, is_alone: bool = False) -> Markup:
    """What to type, to be copied by a tap."""
    name = command.called(words)
    if is_alone or not command.example:
        return words.t("<code>/{name}</code>", name=name)
    example = words.t(command.example)
    return words.t("<code>/{name} {example}</code>", name=name, example=example)


def menu_button(words: Words) -> Button:
    """The way to what needs no typing; the menu comes in the place of what was read."""
    return button(words.t("📋 Menu"), pack(HOME))


def all_button(words: Words) -> Button:
    """The way to every command."""
    return button(words.t("All commands"), pack(ALL))


def _task(words: Words, command: Command, task: Task) -> Iterator[Markup]:
    yield Markup()
    yield words.t("<b>{task}</b>", task=words.t(task.title))
    yield typed(words, command, is_alone=task.is_alone)
