"""Many notices: all that were sent, and those that still take answers."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from markupsafe import Markup

from commands.kit import Button, Page, Post, button, clip, in_rows, pack, pager, private_link
from commands.kit.posts import TEXT_CHARACTERS
from commands.notices.layout import paged
from commands.notices.terms import SHORT_NAME
from locales import Words
from storage.listings import Listing
from storage.notices import IMPORTANT, OPEN, URGENT, Notice

LINE = 30
"""Characters of a notice's text in a list."""
FEW = 3
"""So many of a liaison's organisations are named."""
ROW = 4
"""Buttons side by side on a narrow phone."""
WIDE_ROW = 2
"""Of longer buttons."""
OPEN_NOTICES = 20
"""So many open notices are shown; others are asked for by their number."""
MARKS = {URGENT: "🚨", IMPORTANT: "❗"}


def listing(words: Words, found: Listing, today: date, *, is_private: bool) -> Post:
    """A page of the sent notices; from the group, each number leads to the private chat."""
    if not found.notices:
        return Post(words.t("No notice has been sent yet."))
    opens = _show if is_private else _show_in_private
    lines = [words.t("📢 <b>Notices</b>"), *_lines(words, found.notices, today)]
    keys = [opens(_label(words, notice), notice.number or 0) for notice in found.notices]
    turns = pager(Page(found.notices, found.number, found.count), "notices.page")
    return Post(Markup("\n").join(lines), (*in_rows(keys, ROW), turns))


def open_notices(words: Words, notices: Sequence[Notice]) -> Post:
    """For staff, at one glance: how far each is and until when, the most urgent first."""
    if not notices:
        return Post(words.t("No notice waits for answers. Write one with /notice."))
    shown = notices[:OPEN_NOTICES]
    lines = [words.t("📋 <b>Waiting for answers</b>, the most urgent first")]
    for notice in shown:
        lines.append(_standing(words, notice))
        if notice.deadline is not None:
            lines.append(_until(words, notice.deadline))
    if len(notices) > len(shown):
        lines.append(words.t("There are more: /notices shows all of them."))
    keys = [
        button(_missing(words, notice), pack("notices.pending", notice.number or 0))
        for notice in shown
    ]
    return Post(Markup("\n").join(lines), in_rows(keys, WIDE_ROW))


def owed(
    words: Words,
    notices: Sequence[tuple[Notice, Sequence[str]]],
    today: date,
    *,
    is_private: bool,
) -> Post:
    """What a liaison has still to answer, each with a button to do it."""
    if not notices:
        return Post(words.t("✅ You have answered everything. Thank you!"))
    opens = _show if is_private else _show_in_private
    lines = [words.t("📋 <b>To be answered by you</b>")]
    for notice, names in notices:
        lines.append(_line(words, notice, _day(words, notice, today)))
        few = [clip(one, SHORT_NAME) for one in names[:FEW]]
        lines.append(words.t("　for {names}", names=words.list(few)))
        if notice.deadline is not None:
            lines.append(_until(words, notice.deadline))
    keys = [opens(_label(words, notice), notice.number or 0) for notice, _ in notices]
    return Post(paged(lines, TEXT_CHARACTERS)[0], in_rows(keys, ROW))


def _standing(words: Words, notice: Notice) -> Markup:
    """`🚨 3 号 防汛响应 · 18/20`; what everybody answers for themselves is only counted."""
    if notice.asks_people:
        count = words.n("{count} answered", "{count} answered", notice.answered)
    else:
        count = Markup("{}/{}").format(notice.answered, notice.asked)
    if notice.difficulties:
        count += Markup(" ⚠️{}").format(notice.difficulties)
    line = words.t(
        "<b>{number}</b> {text} · {count}",
        number=notice.number or 0,
        text=clip(notice.text.strip().partition("\n")[0], LINE),
        count=count,
    )
    return Markup("{} {}").format(MARKS[notice.weight], line) if notice.weight in MARKS else line


def _until(words: Words, deadline: datetime) -> Markup:
    moment = words.moment(deadline, words.zone)
    return words.t("　⏰ by {moment}", moment=moment)


def _missing(words: Words, notice: Notice) -> Markup:
    """The button of a notice says how many are missing."""
    number, missing = notice.number or 0, notice.asked - notice.answered
    if notice.asks_people or missing <= 0:
        return words.t("No. {number} ✅", number=number)
    return words.t("No. {number}: {missing} missing", number=number, missing=missing)


def _lines(words: Words, notices: Iterable[Notice], today: date) -> list[Markup]:
    return [_line(words, notice, _day(words, notice, today)) for notice in notices]


def _line(words: Words, notice: Notice, day: str) -> Markup:
    number, text = notice.number or 0, clip(notice.text.strip().partition("\n")[0], LINE)
    if notice.state != OPEN:
        return words.t("<b>{number}</b> {text} · {day}", number=number, text=text, day=day)
    return words.t(
        "<b>{number}</b> {text} · {answered}/{asked} · {day}",
        number=number,
        text=text,
        answered=notice.answered,
        asked=notice.asked,
        day=day,
    )


def _day(words: Words, notice: Notice, today: date) -> str:
    sent_at = notice.decided_at or notice.created_at
    return words.day(sent_at.astimezone(words.zone).date(), today)


def _label(words: Words, notice: Notice) -> Markup:
    return words.t("No. {number}", number=notice.number or 0)


def _show(label: Markup, number: int) -> Button:
    return button(label, pack("notices.show", number))


def _show_in_private(label: Markup, number: int) -> Button:
    return private_link(label, "notice", str(number))
