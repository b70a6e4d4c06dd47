"""Who else saw a notice."""

from markupsafe import Markup

from commands.kit import Page, Post, button, clip, pack, pager
from commands.notices.terms import NAME
from locales import Words
from storage.readings import Readings

PAGE = 30
"""People on a page."""


def page(words: Words, found: Readings) -> Post:
    """By when they first pressed."""
    number = found.notice.number or 0
    lines = [
        words.n(
            "👀 <b>Notice {number}</b>: {count} person saw it and had nothing to answer.",
            "👀 <b>Notice {number}</b>: {count} people saw it and had nothing to answer.",
            found.notice.reads,
            number=number,
        ),
        *(
            words.t(
                "{moment} {name}",
                moment=words.moment(one.read_at, words.zone),
                name=clip(one.name, NAME),
            )
            for one in found.readings
        ),
    ]
    turns = pager(Page(found.readings, found.number, found.count), "notices.seen", number)
    back = button(words.t("◀ Back"), pack("notices.pending", number, 1))
    return Post(Markup("\n").join(lines), (turns, (back,)))
