"""What goes wrong in a group where a notice went, as staff are told."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from commands.kit import Post
from commands.notices.terms import place_name
from locales import Words, message
from storage import hitches
from storage.database import Store
from storage.destinations import Destination
from storage.hitches import NO_GROUP, NO_PIN, NO_TOPIC, Hindrance
from storage.notices import Notice

TOLD = 12
"""So many are told one by one."""
WHAT_TO_DO = {
    NO_GROUP: message(
        "• “{place}”: I am not in this group any more, so the card there is not posted or brought"
        " up to date. Please bring me back as an administrator, and I go on by myself."
    ),
    NO_TOPIC: message(
        "• “{place}”: this topic is closed or was deleted, so the card is in the group's general"
        " part."
    ),
    NO_PIN: message(
        "• “{place}”: I may not pin messages there, so the card is not pinned. Please make me an"
        " administrator who may pin messages, and I pin it by myself; or pin it yourself."
    ),
}


async def hindered(store: Store, notice_id: int, hindrance: Hindrance, now: datetime) -> None:
    """Staff are told; the card's other groups, private chats and answers go on."""
    await hitches.hinder(store, notice_id, hindrance, now)


async def hitch(store: Store, words: Words, notice_id: int) -> Post | None:
    """To staff: what is wrong where, and what they can do."""
    found = await hitches.of(store, notice_id)
    return told(words, *found) if found else None


def told(words: Words, notice: Notice, places: Sequence[Destination]) -> Post:
    """All that is wrong just now; when nothing is any more, that."""
    number = notice.number or 0
    wrong = [place for place in places if place.trouble in WHAT_TO_DO]
    if not wrong:
        return Post(words.t("✅ Notice {number}: all is well again in its groups.", number=number))
    lines = [
        words.t("⚠️ <b>Notice {number}</b> needs your help in a group.", number=number),
        *(words.t(WHAT_TO_DO[one.trouble], place=place_name(words, one)) for one in wrong[:TOLD]),
    ]
    if len(wrong) > TOLD:
        more = len(wrong) - TOLD
        lines.append(words.n("and {count} more", "and {count} more", more))
    lines.append(words.t("Everything else goes on, and all answers are counted."))
    return Post(Markup("\n").join(lines))
