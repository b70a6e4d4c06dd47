"""A sent notice: its card in the group, and as it is shown when somebody asks for it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack, page_of, pager, private_link
from commands.notices import arrivals
from commands.notices.enclosed import counted
from commands.notices.forms import answer_rows, said, summed_up
from commands.notices.layout import (
    CARD_UNITS,
    PAGE_UNITS,
    beginning,
    brief,
    pieces,
    room_beside,
)
from commands.notices.reading.progress import asking, progress
from commands.notices.rules import own_standings
from commands.notices.terms import NAME, SHORT_NAME, answerer
from locales import Words, plain
from storage.arrivals import Arrivals
from storage.attachments import Attachment
from storage.boards import Board, Standing
from storage.notices import CLOSED, EACH_ITS_OWN, OPEN, RECALLED, SIGN_UP, Notice
from storage.organisations import Organisation
from storage.votes import Answer

FEW = 5
"""So many missing organisations are named, and so many of the reader's own are shown."""
SHORT_LINES, SHORT_UNITS = 6, 400
"""Of a notice that is asked for in the group: it should not fill the screen."""
REASON = 60
"""Characters of a reason behind an answer."""


def card(words: Words, board: Board) -> Post:
    """The message in the group that asks, and counts who answered."""
    notice = board.notice
    if notice.state == RECALLED:
        return recalled(words, notice)
    below = [
        Markup(),
        words.t("Sent by {name}", name=clip(notice.decider or notice.author, NAME)),
        *late(words, notice),
        *asking(words, notice),
        *progress(words, board),
        *summed_up(words, board),
    ]
    text = beginning(notice.text, room_beside(below, CARD_UNITS))
    lines = [_titled(words, notice, text), *below]
    rows = answer_rows(words, notice) if notice.state == OPEN else ()
    return Post(Markup("\n").join(lines), (*rows, *_full_text(words, notice, text)))


def late(words: Words, notice: Notice) -> tuple[Markup, ...]:
    """Says that a scheduled notice comes later than it should."""
    if not notice.is_late:
        return ()
    moment = words.moment(notice.created_at, words.zone)
    return (
        words.t(
            "(It was to go out on {moment}; I was not at work then, so it comes late.)",
            moment=moment,
        ),
    )


def recalled(words: Words, notice: Notice) -> Post:
    """Gone from the group, or struck out where it is too old for that."""
    text = beginning(notice.text, CARD_UNITS)
    sentence = words.t(
        "🚫 <b>Notice {number}</b> was recalled\n\n<s>{text}</s>",
        number=notice.number or 0,
        text=text,
    )
    return Post(sentence, is_withdrawn=True)


def short(words: Words, board: Board, organisations: Iterable[Organisation]) -> Post:
    """One notice, asked for in the group."""
    notice = board.notice
    text = brief(notice.text, SHORT_LINES, SHORT_UNITS)
    lines = [_titled(words, notice, text), *_standing(words, board, organisations)]
    return Post(Markup("\n").join(lines), _full_text(words, notice, text))


def whole(  # noqa: PLR0913 - who reads it, and what of it
    words: Words,
    board: Board,
    organisations: Iterable[Organisation],
    number: int = 1,
    *,
    now: datetime,
    own: Answer | None = None,
    enclosures: Sequence[Attachment] = (),
    arrived: Arrivals | None = None,
    for_staff: bool = False,
) -> Post:
    """One notice in a private chat, on as many pages as its text needs, its files a press away.

    A liaison can answer it, everybody what asks everybody (`own` is the answer till now); staff
    see how far it got in private, can go on to who is missing, and close it.
    """
    notice, organisations = board.notice, tuple(organisations)
    below = _standing(words, board, organisations)
    if own is not None:
        answer = said(words, own, notice.choices)
        below.append(words.t("🙋 You: {answer}", answer=answer))
    if arrived is not None and for_staff:
        below += [Markup(), arrivals.line(words, arrived)]
    page = page_of(pieces(notice.text, room_beside(below, PAGE_UNITS)), number, 1)
    lines = [_titled(words, notice, page.items[0]), *below]
    buttons = [pager(page, "notices.show", notice.number or 0)]
    if enclosures and notice.state != RECALLED:
        label = Markup("📎 {}").format(counted(words, enclosures))
        buttons.append((button(label, pack("notices.enclosed", notice.id)),))
    if notice.takes_answers(now):
        buttons += _answers(words, board, organisations, own)
    if arrived is not None and for_staff:
        buttons += arrivals.steering(words, arrived)
    if for_staff:
        buttons += _steering(words, board)
    return Post(Markup("\n").join(lines), tuple(buttons))


def reason_wanted(words: Words, notice: Notice) -> Post:
    """Asks a liaison, in private, what stands in the way."""
    sentence = words.t(
        "⚠️ Notice {number}: what makes it difficult? Please reply to this message.",
        number=notice.number or 0,
    )
    return Post(sentence, placeholder=plain(words.t("What makes it difficult?")))


def _answers(
    words: Words, board: Board, organisations: tuple[Organisation, ...], own: Answer | None
) -> list[Row]:
    notice, standings = board.notice, own_standings(board, organisations)
    if not standings and not notice.asks_people:
        return []
    if notice.form in EACH_ITS_OWN and len(standings) > 1 and notice.form == SIGN_UP:
        rows = [
            row
            for one in standings[:FEW]
            for row in answer_rows(
                words,
                notice,
                organisation_id=one.organisation.id,
                label=one.organisation.short_name,
            )
        ]
    else:
        rows = list(answer_rows(words, notice))
    if own is not None or any(one.answer for one in standings):
        rows.append((button(words.t("Take back"), pack("notices.undo", notice.id)),))
    return rows


def _steering(words: Words, board: Board) -> list[Row]:
    """What staff can do with a notice."""
    notice, number = board.notice, board.notice.number or 0
    history = button(words.t("📜 History"), pack("notices.history", number, 1))
    rows: list[Row] = [(history,)]
    if notice.state == OPEN:
        if board.missing:
            rows = [(button(words.t("Who is missing"), pack("notices.pending", number)), history)]
        change = button(words.t("✏️ Change the text"), pack("notices.amend", notice.id))
        close = button(words.t("Close it now"), pack("notices.close", notice.id))
        rows += [(change, close), _timing(words, notice)]
    if notice.state == CLOSED:
        rows.append((button(words.t("Open it again"), pack("notices.reopen", notice.id)),))
    again = button(words.t("Copy as new"), pack("notices.copy_as_new", notice.id))
    keep = button(words.t("💾 Keep as a template"), pack("notices.keep_template", notice.id))
    recall = button(words.t("Recall it"), pack("notices.recall", notice.id))
    return [*rows, (again, keep), *([] if notice.state == RECALLED else [(recall,)])]


def _timing(words: Words, notice: Notice) -> Row:
    """Until when it is to be answered, and what reminds of it."""
    until = button(words.t("⏰ Deadline"), pack("notices.extend", notice.id))
    if notice.deadline is None:
        return (until,)
    return (until, button(words.t("🔔 Reminders"), pack("notices.leads", notice.id)))


def _titled(words: Words, notice: Notice, text: str) -> Markup:
    return words.t("📢 <b>Notice {number}</b>\n\n{text}", number=notice.number or 0, text=text)


def _standing(words: Words, board: Board, organisations: Iterable[Organisation]) -> list[Markup]:
    notice, own = board.notice, own_standings(board, organisations)
    byline = words.t(
        "{name}, {moment}",
        name=clip(notice.author, NAME),
        moment=words.moment(notice.decided_at or notice.created_at, words.zone),
    )
    return [
        Markup(),
        byline,
        *asking(words, notice),
        *progress(words, board),
        *summed_up(words, board),
        *(_own(words, notice, one) for one in own[:FEW]),
    ]


def _own(words: Words, notice: Notice, standing: Standing) -> Markup:
    name = clip(standing.organisation.short_name, SHORT_NAME)
    answer = said(words, standing.given, notice.choices)
    if standing.is_noted:
        answer = words.t("{answer} ({name})", answer=answer, name=answerer(words, standing))
    if standing.reason:
        reason = clip(standing.reason, REASON)
        return words.t(
            "🏢 {organisation}: {answer} ({reason})",
            organisation=name,
            answer=answer,
            reason=reason,
        )
    return words.t("🏢 {organisation}: {answer}", organisation=name, answer=answer)


def _full_text(words: Words, notice: Notice, shown: str) -> tuple[Row, ...]:
    if shown == notice.text:
        return ()
    return ((private_link(words.t("Full text"), "notice", str(notice.number or 0)),),)
