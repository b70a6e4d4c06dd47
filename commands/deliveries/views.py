"""What staff are told about deliveries: news, what a press came to, and a long silence."""

from datetime import datetime

from markupsafe import Markup

from commands.deliveries.lists import counted
from commands.kit import Post, button, pack
from locales import Words
from storage.decisions import Decision
from storage.doubts import STATES, Count, Doubt


def news(words: Words, count: Count) -> Post:
    """How much is open; the same message as long as anything is."""
    lines = [*counted(words, count), words.t("/deliveries shows them.")]
    show = button(words.t("Show"), pack("deliveries.show", 1))
    return Post(Markup("\n").join(lines), ((show,),))


def settled(words: Words) -> Post:
    """What the news becomes."""
    return Post(words.t("✅ What was in doubt is settled. Thank you."))


def decided(words: Words, decision: Decision) -> Markup:
    """What a press came to; who presses second hears what the first decided."""
    if decision.doubt is None:
        return words.t("I do not know this message any more.")
    if not decision.is_made:
        return _decided_by_another(words, decision.doubt)
    made = {
        "pending": words.t("It is being sent again."),
        "sent": words.t("Good: it counts as arrived."),
    }
    return made.get(decision.doubt.state, words.t("It is let go."))


def _decided_by_another(words: Words, doubt: Doubt) -> Markup:
    if doubt.state in {"pending", "sending"}:
        return words.t("It is being sent again already.")
    if doubt.state in STATES:
        return words.t("It was tried once more, and is in doubt again. Please look at the list.")
    if doubt.state == "sent" and doubt.message_id is not None:
        return words.t("It has arrived in the meantime.")
    if doubt.state == "sent":
        return words.t("Somebody has confirmed already that it arrived.")
    return words.t("It was let go already.")


def retried(words: Words, *, is_made: bool) -> Markup:
    """After "Try again" below an update."""
    return words.t("It is tried again.") if is_made else _decided_before(words)


def forgotten(words: Words, *, is_made: bool) -> Markup:
    """After "Let it go" below an update."""
    return words.t("It is let go; its words are erased.") if is_made else _decided_before(words)


def away(words: Words, from_: datetime, to: datetime, *, is_lost: bool) -> Post:
    """After a long silence: what people wrote then is being answered, or may be gone."""
    silence = words.t(
        "🌙 From {start} to {end} I had no connection to Telegram.",
        start=words.moment(from_, words.zone),
        end=words.moment(to, words.zone),
    )
    if is_lost:
        after = words.t(
            "Telegram keeps messages for 24 hours, so what was said to me before that may be gone."
            " Please ask people to say or press it again."
        )
    else:
        after = words.t("I am answering everything that came in that time now.")
    return Post(silence + Markup("\n") + after)


def _decided_before(words: Words) -> Markup:
    return words.t("This was decided already.")
