"""A notice in somebody's private chat: in the reader's language, its own text untouched."""

from markupsafe import Markup

from commands.kit import Post, Row, button, pack
from commands.notices.following.standings import as_deputy, stand
from commands.notices.forms import answer_rows, said
from commands.notices.layout import beginning, room_beside
from commands.notices.reading.cards import recalled
from commands.notices.reading.progress import asking
from locales import Words, message
from storage import private_copies
from storage.database import Store
from storage.notices import (
    CHOICE,
    CHOICES,
    EACH_ITS_OWN,
    IMPORTANT,
    NORMAL,
    OPEN,
    RECALLED,
    SIGN_UP,
    URGENT,
)
from storage.private_copies import Copy

UNITS = 2600
"""Of the notice's text; the rest is behind a button."""
TITLES = {
    NORMAL: message("📢 <b>Notice {number}</b>\n\n{text}"),
    IMPORTANT: message("❗ <b>Important: notice {number}</b>\n\n{text}"),
    URGENT: message("🚨 <b>Urgent: notice {number}</b>\n\n{text}"),
}
STAY = (SIGN_UP, CHOICE, CHOICES)
"""Forms whose buttons stay when one has answered: people come and go, options are taken away."""


async def copy(store: Store, words: Words, copy_id: int) -> Post | None:
    """Nothing to show when staff stopped the sending before it left."""
    found = await private_copies.one(store, copy_id)
    return None if found is None or found.is_called_off else shown(words, found)


def shown(words: Words, copy: Copy) -> Post:
    """The notice, where its reader stands with it, and the buttons that answer."""
    notice = copy.notice
    if notice.state == RECALLED:
        return recalled(words, notice)
    below = [Markup(), *asking(words, notice), *stand(words, copy.own, notice.choices)]
    if copy.answer is not None:
        answer = said(words, copy.answer, notice.choices)
        below.append(words.t("🙋 You: {answer}", answer=answer))
    rows = list(_answers(words, copy))
    if rows:
        below += as_deputy(words, copy.own, copy.person_id)
    number, text = notice.number or 0, beginning(notice.text, room_beside(below, UNITS))
    lines = [words.t(TITLES[notice.weight], number=number, text=text), *below]
    if text != notice.text or not rows or not _lacks_answers(copy):
        rows.append((button(words.t("Show or change"), pack("notices.show", number)),))
    return Post(Markup("\n").join(lines), tuple(rows))


def _answers(words: Words, copy: Copy) -> tuple[Row, ...]:
    """Who answers for several organisations what is each one's own goes on to the whole notice."""
    notice = copy.notice
    if notice.state != OPEN or not (_lacks_answers(copy) or notice.form in STAY):
        return ()
    if notice.form in EACH_ITS_OWN and len(copy.own) > 1:
        return ((button(words.t("Answer"), pack("notices.copy_open", copy.id)),),)
    return answer_rows(words, notice, copy_id=copy.id)


def _lacks_answers(copy: Copy) -> bool:
    if copy.notice.asks_people:
        return copy.answer is None
    return any(not one.answer for one in copy.own)
