"""What was a draft: it waits for its moment, was sent, was discarded."""

from datetime import datetime, timedelta

from markupsafe import Markup

from commands.kit import Hours, Post, Studio, button, clip, pack
from commands.notices import quiet
from commands.notices.terms import NAME
from locales import Words
from storage.notices import ENDED, Notice

HOLD = timedelta(seconds=10)
"""So long a notice that was sent can be taken back."""


def settled(words: Words, notice: Notice) -> Markup:
    """What became of a draft, by whom and when."""
    name = clip(notice.decider or "", NAME)
    moment = words.moment(notice.decided_at or notice.created_at, words.zone)
    if notice.state == ENDED:
        return words.t("🗓 This notice does not go out by itself any more.")
    if notice.number is None:
        return words.t("{name} discarded this draft on {moment}.", name=name, moment=moment)
    return words.t(
        "Notice {number} was sent by {name} on {moment}.",
        number=notice.number,
        name=name,
        moment=moment,
    )


def leaving(studio: Studio, hours: Hours, leaves_at: datetime, notice: Notice) -> Post:
    """It was sent, and nothing of it has left yet: there is time for second thoughts, or a night.

    Who cannot wait for the morning sends it all the same.
    """
    words = studio.words
    undo = button(words.t("↩️ Undo"), pack("notices.unsend", notice.id))
    if _waits_long(leaves_at, notice):
        now = button(words.t("Send it now"), pack("notices.send_now", notice.id))
        return Post(quiet.waits(words, hours, notice, leaves_at, studio.now), ((now, undo),))
    said = words.t(
        "Notice {number} goes out in a few seconds. Pressing Undo makes it a draft again.",
        number=notice.number or 0,
    )
    return Post(said, ((undo,),))


def _waits_long(leaves_at: datetime, notice: Notice) -> bool:
    """True: not only for second thoughts."""
    return notice.decided_at is not None and leaves_at - notice.decided_at > HOLD
