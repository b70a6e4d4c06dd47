"""How important a draft is, to be chosen."""

from commands.kit import Button, Row, button, pack
from commands.notices.drafts.panels import WEIGHT, Panel, marked
from locales import Words, message
from storage.drafts import Proposal
from storage.notices import IMPORTANT, NORMAL, URGENT, WEIGHTS, Notice

NAMES = {
    NORMAL: message("normal"),
    IMPORTANT: message("important"),
    URGENT: message("urgent"),
}
MEANINGS = {
    NORMAL: message("Normal: in the group"),
    IMPORTANT: message("❗ Important: in private as well"),
    URGENT: message("🚨 Urgent: repeated until answered"),
}


def chosen(notice: Notice, which: int) -> str:
    """The weight that a button names from 1; 0 is the next one, and goes round."""
    if 1 <= which <= len(WEIGHTS):
        return WEIGHTS[which - 1]
    place = WEIGHTS.index(notice.weight) if notice.weight in WEIGHTS else -1
    return WEIGHTS[(place + 1) % len(WEIGHTS)]


def next_one(words: Words, notice: Notice) -> Button:
    """On the preview: presses go round."""
    name = words.t(NAMES[notice.weight])
    return button(words.t("❗ Weight: {weight}", weight=name), pack("notices.weight", notice.id))


def _weights(words: Words, proposal: Proposal) -> tuple[Row, ...]:
    """Each with what it does."""
    notice = proposal.notice
    keys = [
        button(
            marked(words.t(MEANINGS[one]), is_chosen=one == notice.weight),
            pack("notices.weight", notice.id, place),
        )
        for place, one in enumerate(WEIGHTS, start=1)
    ]
    return tuple((key,) for key in keys)


WEIGHING = (Panel(WEIGHT, _weights),)
