"""How a closed notice was answered, for the staff who wrote and sent it."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.kit import Post, button, clip, pack
from commands.notices.figures.durations import pace
from commands.notices.figures.paces import Pace
from commands.notices.following.pending import take_along
from commands.notices.forms import summed_up
from commands.notices.rules import bar
from commands.notices.terms import NAME, SHORT_NAME
from locales import Words
from storage.boards import Board, Standing
from storage.notices import OPEN

NAMED = 12
"""So many missing organisations are named; the button shows all."""
REASON = 60
TEXT = 60


def summary(words: Words, board: Board, how_fast: Pace | None = None) -> Post:
    """Figures, who is missing, who has difficulties; one line when it was opened again."""
    notice = board.notice
    number = notice.number or 0
    if notice.state == OPEN:
        return Post(words.t("🔓 Notice {number} takes answers again.", number=number))
    text = clip(notice.text, TEXT)
    lines = [words.t("🔒 <b>Notice {number} is closed</b>\n{text}", number=number, text=text)]
    if notice.asked:
        blocks = bar(notice.answered, notice.asked)
        lines += [Markup(), Markup("{} {}/{}").format(blocks, notice.answered, notice.asked)]
    if how_fast is not None:
        lines.append(pace(words, how_fast))
    lines += [*summed_up(words, board), *_missing(words, board), *_difficulties(words, board)]
    show = button(words.t("Show it"), pack("notices.show", number))
    again = button(words.t("Open it again"), pack("notices.reopen", notice.id))
    return Post(Markup("\n").join(lines), ((show, again), take_along(words, number)))


def _missing(words: Words, board: Board) -> list[Markup]:
    missing = board.missing
    if not missing:
        return [words.t("🎉 All organisations have answered.")] if board.notice.asked else []
    short = [clip(one.organisation.short_name, SHORT_NAME) for one in missing[:NAMED]]
    if len(missing) > NAMED:
        short.append("…")
    lines = [words.t("Still missing: {names}", names=words.list(short))]
    for caller, called in _left_open(missing).items():
        lines.append(
            words.t("📞 {name} was calling: {names}", name=caller, names=words.list(called))
        )
    return lines


def _left_open(missing: Sequence[Standing]) -> dict[str, list[str]]:
    """Who was calling whom, and has written nothing down."""
    called: dict[str, list[str]] = {}
    for one in [one for one in missing if one.caller][:NAMED]:
        name = clip(one.organisation.short_name, SHORT_NAME)
        called.setdefault(clip(one.caller, NAME), []).append(name)
    return called


def _difficulties(words: Words, board: Board) -> list[Markup]:
    return [
        words.t(
            "⚠️ {organisation}: {reason}",
            organisation=clip(one.organisation.short_name, SHORT_NAME),
            reason=clip(one.reason, REASON) if one.reason else words.t("no reason given yet"),
        )
        for one in board.difficulties[:NAMED]
    ]
