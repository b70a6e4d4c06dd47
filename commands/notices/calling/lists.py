"""Whom somebody of the staff calls about a notice, and the choice of whom to call."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, in_rows, pack, page_of, pager
from commands.notices.following.callees import line
from commands.notices.forms import said
from commands.notices.terms import NAME, SHORT_NAME
from locales import Words
from storage.boards import Board, Standing
from storage.calls import Call
from storage.notices import OPEN

PAGE = 8
"""Organisations on a page."""
TEXT = 40


def mine(words: Words, board: Board, calls: Sequence[Call], number: int = 1) -> Post:
    """A line for each, with its people or with what it said; a button for each to write it down."""
    notice, by_id = board.notice, {one.organisation.id: one for one in board.standings}
    found = [(call, by_id[call.organisation_id]) for call in calls if call.organisation_id in by_id]
    waiting = [pair for pair in found if not pair[1].answer]
    page = page_of([*waiting, *(pair for pair in found if pair[1].answer)], number, PAGE)
    head = words.n(
        "📞 Notice {number} ({text}): you call {count} organisation that has not answered.",
        "📞 Notice {number} ({text}): you call {count} organisations that have not answered.",
        len(waiting),
        number=notice.number or 0,
        text=clip(notice.text, TEXT),
    )
    lines = [head, *(_line(words, board, standing) for _, standing in page.items)]
    if notice.state != OPEN:
        lines.append(
            words.t(
                "🔒 It takes no answers now; /notice {number} can open it again.",
                number=notice.number or 0,
            )
        )
        return Post(Markup("\n").join(lines))
    if found:
        lines.append(words.t("Press an organisation to write down what it said."))
    keys = [
        button(words.list([_short(standing)]), pack("notices.call", call.id))
        for call, standing in page.items
    ]
    rows: list[Row] = [*in_rows(keys), pager(page, "notices.calls", notice.id)]
    if waiting:
        label = words.t("I call none of these")
        rows.append((button(label, pack("notices.calls_back", notice.id)),))
    return Post(Markup("\n").join(lines), tuple(rows))


def chooser(words: Words, board: Board, own: Iterable[int], number: int = 1) -> Post:
    """The missing as buttons; `own` are the ids of those that the reader calls."""
    notice, own = board.notice, frozenset(own)
    free = [one for one in board.missing if not one.caller or one.organisation.id in own]
    others = [one for one in board.missing if one.caller and one.organisation.id not in own]
    page = page_of(free, number, PAGE)
    lines = [
        words.t(
            "📞 Notice {number}: whom do you call? A second press gives it back.",
            number=notice.number or 0,
        ),
        *(
            words.t("{organisation}: {name} calls", organisation=_short(one), name=_caller(one))
            for one in others[:PAGE]
        ),
    ]
    keys = [
        button(
            Markup("{} {}").format("📞" if one.organisation.id in own else "▫️", _short(one)),
            pack("notices.call_one", notice.id, one.organisation.id, page.number),
        )
        for one in page.items
    ]
    ends = (
        button(words.t("My list"), pack("notices.calls", notice.id, 1)),
        button(words.t("◀ Back"), pack("notices.pending", notice.number or 0, 1)),
    )
    turns = pager(page, "notices.call_which", notice.id)
    return Post(Markup("\n").join(lines), (*in_rows(keys), turns, ends))


def _line(words: Words, board: Board, standing: Standing) -> Markup:
    if not standing.answer:
        return line(words, standing.model_copy(update={"caller": ""}))
    answer = said(words, standing.given, board.notice.choices)
    return words.t("✅ {organisation}: {answer}", organisation=_short(standing), answer=answer)


def _short(standing: Standing) -> str:
    return clip(standing.organisation.short_name, SHORT_NAME)


def _caller(standing: Standing) -> str:
    return clip(standing.caller, NAME)
