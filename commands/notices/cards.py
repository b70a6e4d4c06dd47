"""A sent notice: its card in the group, and as it is shown when somebody asks for it."""

from collections.abc import Iterable

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, pack, page_of, pager, private_link
from commands.notices.layout import CARD_UNITS, PAGE_UNITS, beginning, brief, pieces
from commands.notices.rules import bar, own_standings
from commands.notices.terms import NAME, SHORT_NAME, said
from locales import Words, plain
from storage.boards import Board, Standing
from storage.notices import OPEN, Notice
from storage.organisations import Organisation

FEW = 5
"""So many missing organisations are named, and so many of the reader's own are shown."""
SHORT_LINES, SHORT_UNITS = 6, 400
"""Of a notice that is asked for in the group: it should not fill the screen."""
REASON = 60
"""Characters of a reason behind an answer."""


def card(words: Words, board: Board) -> Post:
    """The message in the group that asks, and counts who answered."""
    notice = board.notice
    text = beginning(notice.text, CARD_UNITS)
    lines = [
        _titled(words, notice, text),
        Markup(),
        words.t("Sent by {name}", name=clip(notice.decider or notice.author, NAME)),
        *_progress(words, board),
    ]
    buttons = (answer_row(words, notice.id), *_full_text(words, notice, text))
    return Post(Markup("\n").join(lines), buttons)


def short(words: Words, board: Board, organisations: Iterable[Organisation]) -> Post:
    """One notice, asked for in the group."""
    notice = board.notice
    text = brief(notice.text, SHORT_LINES, SHORT_UNITS)
    lines = [_titled(words, notice, text), *_standing(words, board, organisations)]
    return Post(Markup("\n").join(lines), _full_text(words, notice, text))


def whole(
    words: Words,
    board: Board,
    organisations: Iterable[Organisation],
    number: int = 1,
    *,
    for_staff: bool = False,
) -> Post:
    """One notice in a private chat, on as many pages as its text needs.

    A liaison can answer it; staff can go on to who is missing, and remind them.
    """
    notice, organisations = board.notice, tuple(organisations)
    page = page_of(pieces(notice.text, PAGE_UNITS), number, 1)
    lines = [
        _titled(words, notice, page.items[0]),
        *_standing(words, board, organisations),
    ]
    buttons = [pager(page, "notices.show", notice.number or 0)]
    if notice.state == OPEN and own_standings(board, organisations):
        buttons.append(answer_row(words, notice.id))
    if notice.state == OPEN and for_staff and board.missing:
        who = button(words.t("Who is missing"), pack("notices.pending", notice.number or 0))
        buttons.append((who,))
    return Post(Markup("\n").join(lines), tuple(buttons))


def reason_wanted(words: Words, notice: Notice) -> Post:
    """Asks a liaison, in private, what stands in the way."""
    sentence = words.t(
        "⚠️ Notice {number}: what makes it difficult? Please reply to this message.",
        number=notice.number or 0,
    )
    return Post(sentence, placeholder=plain(words.t("What makes it difficult?")))


def _titled(words: Words, notice: Notice, text: str) -> Markup:
    return words.t("📢 <b>Notice {number}</b>\n\n{text}", number=notice.number or 0, text=text)


def _standing(words: Words, board: Board, organisations: Iterable[Organisation]) -> list[Markup]:
    notice, own = board.notice, own_standings(board, organisations)
    byline = words.t(
        "{name}, {moment}",
        name=clip(notice.author, NAME),
        moment=words.moment(notice.decided_at or notice.created_at, words.zone),
    )
    return [Markup(), byline, *_progress(words, board), *(_own(words, one) for one in own[:FEW])]


def _progress(words: Words, board: Board) -> list[Markup]:
    notice, missing = board.notice, board.missing
    if not notice.asked:
        return []
    blocks = bar(notice.answered, notice.asked)
    lines = [Markup("{} {}/{}").format(blocks, notice.answered, notice.asked)]
    if not missing:
        lines.append(words.t("🎉 All organisations have answered."))
    elif len(missing) <= FEW:
        names = [clip(one.organisation.short_name, SHORT_NAME) for one in missing]
        lines.append(words.t("Still missing: {names}", names=words.list(names)))
    if notice.difficulties:
        lines.append(
            words.n(
                "⚠️ {count} organisation has difficulties",
                "⚠️ {count} organisations have difficulties",
                notice.difficulties,
            )
        )
    return lines


def _own(words: Words, standing: Standing) -> Markup:
    name = clip(standing.organisation.short_name, SHORT_NAME)
    answer = said(words, standing.answer)
    if standing.reason:
        reason = clip(standing.reason, REASON)
        return words.t(
            "🏢 {organisation}: {answer} ({reason})",
            organisation=name,
            answer=answer,
            reason=reason,
        )
    return words.t("🏢 {organisation}: {answer}", organisation=name, answer=answer)


def answer_row(words: Words, subject_id: int, place: str = "notices.") -> Row:
    """The two answers. A reminder's have names of their own: what is pressed tells which it was."""
    return (
        button(words.t("Received"), pack(f"{place}received", subject_id)),
        button(words.t("Difficulty"), pack(f"{place}difficulty", subject_id)),
    )


def _full_text(words: Words, notice: Notice, shown: str) -> tuple[Row, ...]:
    if shown == notice.text:
        return ()
    return ((private_link(words.t("Full text"), "notice", str(notice.number or 0)),),)
