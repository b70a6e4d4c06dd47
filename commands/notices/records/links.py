"""A link for those whom no private message reaches: it opens the chat and leads to the notice.

It gives no role: who is no liaison can read the notice, and staff invite liaisons one by one.
"""

from markupsafe import Markup

from commands.kit import Post, button, clip, in_rows, pack
from commands.notices.following.callees import line_with_reasons
from commands.notices.layout import PAGE_UNITS, brief, paged
from commands.notices.terms import SHORT_NAME
from locales import Words
from storage.boards import Board
from storage.notices import Notice

TEXT_LINES, TEXT_UNITS = 12, 800
INVITED = 10
"""So many organisations without a liaison have a button."""


def nobody(words: Words) -> Markup:
    return words.t("A private message reaches everybody who is missing.")


def to_whom(words: Words, board: Board) -> Post:
    """Above the message that is to be forwarded: for whom it is, and who has no liaison yet."""
    lines = [
        words.t(
            "Forward the next message to the liaisons of these, here or in any other app. Who opens"
            " the link and presses Start can read the notice, answer if liaison, and be reminded."
        ),
        *(line_with_reasons(words, one) for one in board.out_of_reach),
    ]
    alone = [one.organisation for one in board.out_of_reach if not one.liaisons]
    keys = [
        button(
            words.t("Invite: {organisation}", organisation=clip(one.short_name, SHORT_NAME)),
            pack("people.invite", one.id),
        )
        for one in alone[:INVITED]
    ]
    return Post(paged(lines, PAGE_UNITS)[0], in_rows(keys))


def to_forward(words: Words, notice: Notice, url: str) -> Post:
    """The message that is forwarded, whole in itself."""
    lines = [
        words.t(
            "📢 The street office asks for an answer to notice {number}:\n\n{text}\n\n"
            "Open this link and press Start to read it and answer:\n{url}",
            number=notice.number or 0,
            text=brief(notice.text, TEXT_LINES, TEXT_UNITS),
            url=url,
        )
    ]
    if notice.deadline is not None:
        moment = words.moment(notice.deadline, words.zone)
        lines.append(words.t("⏰ Please answer by {moment}", moment=moment))
    return Post(Markup("\n").join(lines))
