"""One call: whom to ring, and buttons for what they say."""

from collections.abc import Mapping

from markupsafe import Markup

from commands.kit import Post, Row, button, clip, in_rows, pack
from commands.notices.following.callees import LIAISONS, NAME, line
from commands.notices.forms import option, said
from commands.notices.layout import brief
from commands.notices.terms import SHORT_NAME, answerer
from locales import Words, message, plain
from storage.boards import Board, Standing
from storage.calls import Call
from storage.notices import (
    BY_REPLY,
    CHOICE,
    CHOICES,
    DIFFICULT,
    DIFFICULTY,
    NUMBER,
    OPEN,
    PAPER,
    SIGN_UP,
    TEXT,
    Notice,
)

TEXT_LINES, TEXT_UNITS = 8, 500
"""Of the notice's text: enough to read it out."""
REASON = 200
MANY = 5
"""So many people can be put down by a button; more are written."""
QUESTIONS = {
    DIFFICULT: message(
        "⚠️ What makes it difficult for {organisation}? Please reply to this message."
    ),
    SIGN_UP: message("🙋 How many come from {organisation}? Please reply to this message."),
    NUMBER: message("🔢 How many does {organisation} say? Please reply to this message."),
    TEXT: message("✏️ What does {organisation} say? Please reply to this message."),
    PAPER: message("📎 Please reply to this message with the file of {organisation}."),
}


def card(
    words: Words,
    call: Call,
    board: Board,
    standing: Standing,
    numbers: Mapping[int, str] | None = None,
) -> Post:
    """Whom to ring, what the notice says, what they said till now, and buttons to write it down.

    With the numbers of those who let theirs be kept: it is for staff, in private.
    """
    notice = board.notice
    answer = said(words, standing.given, notice.choices)
    lines = [
        words.t(
            "📞 <b>{organisation}</b> · notice {number}",
            organisation=_short(standing),
            number=notice.number or 0,
        ),
        line(words, standing.model_copy(update={"caller": ""})),
        *_numbers(words, standing, numbers or {}),
        Markup(),
        Markup("{}").format(brief(notice.text, TEXT_LINES, TEXT_UNITS)),
        Markup(),
        words.t("{answer} ({name})", answer=answer, name=answerer(words, standing))
        if standing.answer
        else answer,
    ]
    if standing.reason:
        lines.append(Markup("{}").format(clip(standing.reason, REASON)))
    back = button(words.t("◀ My list"), pack("notices.calls", notice.id, 1))
    if notice.state != OPEN:
        return Post(Markup("\n").join(lines), ((back,),))
    if standing.answer and not standing.is_noted:
        lines += [Markup(), words.t("They have answered by themselves: nothing to write down.")]
        return Post(Markup("\n").join(lines), ((back,),))
    lines += [
        Markup(),
        words.t("What do they say? It is written down in your name, and they hear of it."),
    ]
    off = button(words.t("I do not call"), pack("notices.call_back", call.id))
    ends = (back,) if standing.answer else (off, back)
    return Post(Markup("\n").join(lines), (*note_rows(words, notice, call.id), ends))


def _numbers(words: Words, standing: Standing, numbers: Mapping[int, str]) -> list[Markup]:
    return [
        words.t(
            "📞 {name}: {number}", name=clip(one.name, NAME) or str(one.id), number=numbers[one.id]
        )
        for one in standing.liaisons[:LIAISONS]
        if one.id in numbers
    ]


def note_rows(words: Words, notice: Notice, call_id: int) -> tuple[Row, ...]:
    """What an organisation may say to a notice of this form."""
    received = button(words.t("Received"), pack("notices.note_received", call_id))
    if notice.form == DIFFICULT:
        difficulty = button(words.t("Difficulty"), pack("notices.note_difficulty", call_id))
        return ((received, difficulty),)
    if notice.form == SIGN_UP:
        many = [
            button(Markup(words.number(n)), pack("notices.note_come", call_id, n))  # noqa: S704 - digits
            for n in range(1, MANY + 1)
        ]
        more = button(words.t("More"), pack("notices.note_words", call_id))
        cannot = button(words.t("Cannot come"), pack("notices.note_cannot", call_id))
        return (tuple(many), (more, cannot))
    if notice.form in {CHOICE, CHOICES}:
        keys = [
            button(option(n, one), pack("notices.note_choose", call_id, n))
            for n, one in enumerate(notice.choices, start=1)
        ]
        return in_rows(keys, 1)
    if notice.form in BY_REPLY:
        return ((button(words.t("Write it down"), pack("notices.note_words", call_id)),),)
    return ((received,),)


def question(words: Words, notice: Notice, standing: Standing) -> Post | None:
    """Asks who calls for what a button cannot say; None for a form that needs nothing more."""
    if notice.form not in QUESTIONS:
        return None
    asked = words.t(QUESTIONS[notice.form], organisation=_short(standing))
    return Post(asked, placeholder=plain(words.t("As you heard it")))


def news(words: Words, board: Board, standing: Standing) -> Post:
    """To liaisons, what was written down for their organisation."""
    notice = board.notice
    number = notice.number or 0
    show = button(words.t("Show or change"), pack("notices.show", number))
    answer = said(words, standing.given, notice.choices)
    if not standing.is_noted:
        text = words.t(
            "🏢 Notice {number}: {organisation}: {answer}",
            number=number,
            organisation=_short(standing),
            answer=answer,
        )
        return Post(text, ((show,),))
    text = words.t(
        "📞 Notice {number}: {name} was told on the phone, and wrote down for {organisation}:"
        " “{answer}”.",
        number=number,
        name=clip(standing.answered_by, SHORT_NAME),
        organisation=_short(standing),
        answer=answer,
    )
    lines = [text]
    if standing.answer == DIFFICULTY and standing.reason:
        lines.append(Markup("{}").format(clip(standing.reason, REASON)))
    if notice.state == OPEN:
        lines.append(words.t("Not right? Press below and answer yourself: that counts."))
    return Post(Markup("\n").join(lines), ((show,),))


def _short(standing: Standing) -> str:
    return clip(standing.organisation.short_name, SHORT_NAME)
