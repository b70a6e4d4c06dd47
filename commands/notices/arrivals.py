"""How far the copies of a notice got in private chats, in words, and what staff can do."""

from markupsafe import Markup

from commands.kit import Row, button, clip, pack
from commands.notices.terms import NAME
from locales import Words, message
from storage.arrivals import Arrivals
from storage.broadcasts import DONE, PAUSED, RUNNING, STOPPED
from storage.notices import RECALLED

LIMIT = 29.0
"""Messages a second, until the pace can be told. Telegram's FAQ for bots: about 30."""
A_MINUTE = 60
HEADS = {
    RUNNING: message("📣 Notice {number}: {sent}/{total} sent in private"),
    PAUSED: message("⏸ Notice {number}: paused, {sent}/{total} sent in private"),
    STOPPED: message("🚫 Notice {number}: stopped, {sent}/{total} sent in private"),
    DONE: message("✅ Notice {number}: {sent}/{total} sent in private"),
}
RECALLED_HEAD = message(
    "🚫 Notice {number} was recalled: {withdrawn} of {sent} private messages are withdrawn"
)


def line(words: Words, found: Arrivals) -> Markup:
    """All figures in one line; those that are nought are left out."""
    notice = found.notice
    head = RECALLED_HEAD if notice.state == RECALLED else HEADS[found.state]
    parts = [
        words.t(
            head,
            number=notice.number or 0,
            sent=words.number(found.sent),
            total=words.number(found.total),
            withdrawn=words.number(found.withdrawn),
        ),
        words.t("answered by {count}", count=words.number(notice.answered)),
        *_wrong(words, found),
    ]
    if found.state == RUNNING and found.waiting:
        parts.append(_time_left(words, found))
    return Markup(" · ").join(parts)


def unreached(words: Words, found: Arrivals) -> list[Markup]:
    """Who could not be reached, by name, and what staff can do."""
    if not found.unreached:
        return []
    names = [clip(name, NAME) for name in found.names]
    if found.unreached > len(names):
        names.append("…")
    return [
        words.t("📵 Not reached: {names}", names=words.list(names)),
        words.t("They have to open a chat with me and press Start; until then please tell them."),
    ]


def _wrong(words: Words, found: Arrivals) -> list[Markup]:
    counts = (
        (message("{count} not reached"), found.unreached),
        (message("{count} in doubt"), found.unknown),
        (message("{count} failed"), found.failed),
    )
    return [words.t(said, count=words.number(count)) for said, count in counts if count]


def _time_left(words: Words, found: Arrivals) -> Markup:
    """At the pace of the last messages: other messages of the bot's have their share in it."""
    seconds = max(1, round(found.waiting / (found.pace or LIMIT)))
    if seconds < 2 * A_MINUTE:
        return words.n("about {count} second to go", "about {count} seconds to go", seconds)
    minutes = round(seconds / A_MINUTE)
    return words.n("about {count} minute to go", "about {count} minutes to go", minutes)


def steering(words: Words, found: Arrivals) -> tuple[Row, ...]:
    """The buttons that hold it up, for any of the staff; none when there is nothing to hold up."""
    notice_id = found.notice.id
    turns = {
        RUNNING: (words.t("⏸ Pause"), "notices.broadcast_pause"),
        PAUSED: (words.t("▶ Go on"), "notices.broadcast_go_on"),
    }
    if found.state not in turns or not found.waiting:
        return ()
    label, name = turns[found.state]
    cancel = button(words.t("✖ Cancel the rest"), pack("notices.broadcast_cancel", notice_id))
    return ((button(label, pack(name, notice_id)), cancel),)
