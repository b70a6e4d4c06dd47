"""What a notice may begin with: the usual templates, those that staff keep, step by step."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Button, Post, Row, button, clip, in_rows, pack, page_of, pager
from commands.notices.templates.usual import USUAL
from commands.notices.terms import NAME as PERSON
from locales import Words
from storage.templates import Kept, Template

OFFERED = 6
"""So many of those that staff keep are offered; the others are a press away."""
A_PAGE = 8
NAME = 16
"""Characters of a template's name."""


def beginnings(words: Words, kept: Sequence[Template]) -> tuple[Row, ...]:
    """Below `/notice` alone."""
    usual = [
        button(words.t(one.name), pack("notices.template", place))
        for place, one in enumerate(USUAL)
    ]
    newest = [_opens(words, one) for one in kept[:OFFERED]]
    steps = button(words.t("🪜 Step by step"), pack("notices.steps"))
    every = button(words.t("📁 All templates"), pack("notices.templates", 1))
    return (*in_rows(usual), *in_rows(newest), (*((every,) if kept else ()), steps))


def shelf(words: Words, kept: Sequence[Template], number: int) -> Post:
    """All that staff keep, each with the way to delete it."""
    if not kept:
        return Post(words.t("No template is kept yet. A draft's ⋯ More has 💾 Keep as a template."))
    page = page_of(kept, number, A_PAGE)
    rows = [
        (
            _opens(words, one),
            button(words.t("🗑 Delete"), pack("notices.template_gone", one.id, page.number)),
        )
        for one in page.items
    ]
    sentence = words.n(
        "📁 {count} template is kept. Press one to write a notice with it.",
        "📁 {count} templates are kept. Press one to write a notice with it.",
        len(kept),
    )
    return Post(sentence, (*rows, pager(page, "notices.templates")))


def named(text: str) -> str:
    """A name as it is kept: one line, short enough for a button."""
    return clip(text, NAME)


def kept(words: Words, done: Kept | None) -> Markup:
    """What keeping a template came to."""
    if done is None:
        return words.t("There is no text that could be kept.")
    if done.is_made:
        return words.t(
            "“{name}” is kept as a template. /notice alone offers it.", name=done.template.name
        )
    return words.t(
        "{person} has kept another template as “{name}”. Please reply with another name, or delete"
        " that one first: /notice.",
        person=clip(done.template.maker, PERSON),
        name=done.template.name,
    )


def deleted(words: Words, name: str | None) -> Markup:
    if name is None:
        return is_gone(words)
    return words.t("The template “{name}” is deleted.", name=name)


def is_gone(words: Words) -> Markup:
    return words.t("This template was deleted before.")


def _opens(words: Words, one: Template) -> Button:
    return button(words.t("📄 {name}", name=one.name), pack("notices.kept", one.id))
