"""Lists of voices: all of them for staff, an organisation's for its liaisons, one's own."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from commands.kit import Page, Post, Row, button, clip, in_rows, pack, pager
from commands.voices import cards, letters
from commands.voices.drafts import LINE, short
from commands.voices.letters import NAME
from locales import Words
from storage.voice_lists import Sum
from storage.voices import PASSED, Voice

EVERY, SERVED, OWN = 0, 1, 2
"""Whose list it is, in the data of its buttons."""
PAGE = 8
BODY = 36


def handled(  # noqa: PLR0913 - the whole of a page
    words: Words, page: Page[Voice], total: Sum, scope: int, today: date, *, has_own: bool
) -> Post:
    """What is before staff or liaisons: what is late first, then what is open."""
    if not total.all:
        text = words.t("📮 Nobody has said anything yet.")
        return Post(text, tuple(_ways(words, scope, has_own=has_own)))
    lines = [
        words.t(
            "📮 <b>What people say</b>: {open} open, {late} late, {all} in all",
            open=total.open,
            late=total.overdue,
            all=total.all,
        )
    ]
    lines += [_handled(words, one, today) for one in page.items]
    buttons = [
        button(words.t("No. {number}", number=one.number or 0), pack("voices.card", one.id))
        for one in page.items
    ]
    turns = pager(page, "voices.list", scope)
    rows = (*in_rows(buttons, 4), turns, *_ways(words, scope, has_own=has_own))
    return Post(LINE.join(lines), rows)


def own(words: Words, page: Page[Voice], leads: Sequence[Voice]) -> Post:
    """What one has said oneself."""
    say = button(words.t("📮 I want to say"), pack("voices.say"))
    note = words.t(
        "What you said without a name stands here while it is open; afterwards I do not know any"
        " more that it was you."
    )
    if not page.items:
        text = words.t("📮 You have nothing open.")
        return Post(Markup("\n\n").join((text, note)), ((say,),))
    lines = [words.t("📮 <b>What you said</b>")]
    for one, main in zip(page.items, leads, strict=True):
        lines.append(
            words.t(
                "• No. {number} · {state} · {words}",
                number=one.number or 0,
                state=letters.state(words, one, main),
                words=short(one, BODY),
            )
        )
    buttons = [
        button(words.t("No. {number}", number=one.number or 0), pack("voices.mine", one.id))
        for one in page.items
    ]
    lines.append(LINE + Markup("<i>{}</i>").format(note))
    rows = (*in_rows(buttons, 4), pager(page, "voices.list", OWN), (say,))
    return Post(LINE.join(lines), rows)


def _handled(words: Words, one: Voice, today: date) -> Markup:
    current = one.current
    how = cards.state(words, one)
    if one.state == PASSED and current is not None and current.answer_by is not None:
        name = clip(current.organisation, NAME)
        how = Markup("{} · {}").format(name, cards.lateness(words, current.answer_by, today))
    mark = Markup("🎭 ") if one.is_nameless else Markup()
    return words.t(
        "• No. {number} · {mark}{words} · {how}",
        number=one.number or 0,
        mark=mark,
        words=short(one, BODY),
        how=how,
    )


def _ways(words: Words, scope: int, *, has_own: bool) -> list[Row]:
    ways = []
    if scope == EVERY:
        ways.append(button(words.t("📊 How fast"), pack("voices.figures", 1)))
    if has_own:
        ways.append(button(words.t("🙋 What I said"), pack("voices.list", OWN, 1)))
    return [tuple(ways)] if ways else []
