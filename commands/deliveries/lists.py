"""What waits for a decision, a page at a time, with the buttons that decide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from commands.deliveries.rules import Entry, Why, sender, why
from commands.kit import Page, Post, Row, button, clip, pack, pager, private_link
from commands.kit.features import A_MESSAGE
from locales import Words
from storage.cloaks import NOBODY
from storage.doubts import UNKNOWN, Aside, Count, Doubt

NAME = 30
ERROR = 160


@dataclass(frozen=True)
class Titled:
    """What a message in doubt is called."""

    title: str = A_MESSAGE
    number: int | None = None


def in_group(words: Words, count: Count) -> Post:
    """How much waits; what it is stays in private."""
    text = Markup("\n").join(_head(words, count))
    return Post(text, ((private_link(words.t("Show in private"), "deliveries"),),))


def in_private(
    words: Words, count: Count, page: Page[Entry], titled: Mapping[int, Titled], lost: int
) -> Post:
    """A page of the list; numbers lead from its lines to the buttons.

    Who cannot be written to (`lost`) has a list of its own.
    """
    blocks, rows = [Markup("\n").join(_head(words, count))], []
    for place, entry in enumerate(page.items, start=1):
        blocks.append(_block(words, place, entry, titled))
        rows.append(_buttons(words, place, entry, page.number))
    turns = pager(page, "deliveries.show")
    if not lost:
        return Post(Markup("\n\n").join(blocks), (*rows, turns))
    blocks.append(
        words.n(
            "📵 {count} person cannot be written to in private.",
            "📵 {count} people cannot be written to in private.",
            lost,
        )
    )
    who = (button(words.t("📵 Who, and what helps"), pack("unreachable.show", 1)),)
    return Post(Markup("\n\n").join(blocks), (*rows, turns, who))


def counted(words: Words, count: Count) -> Iterator[Markup]:
    """A line for each kind of which there is something."""
    if count.unknown:
        yield words.n(
            "❓ {count} message perhaps did not arrive.",
            "❓ {count} messages perhaps did not arrive.",
            count.unknown,
        )
    if count.failed:
        yield words.n(
            "✖️ {count} message could not be delivered.",
            "✖️ {count} messages could not be delivered.",
            count.failed,
        )
    if count.aside:
        yield words.n(
            "🔧 {count} thing that somebody sent could not be handled.",
            "🔧 {count} things that somebody sent could not be handled.",
            count.aside,
        )


def reason(words: Words, one: Why) -> Markup:
    """A reason as a sentence."""
    return {
        Why.NO_ANSWER: words.t("Telegram did not confirm it in time"),
        Why.INTERRUPTED: words.t("the program was interrupted while it sent it"),
        Why.BLOCKED: words.t("the bot was blocked"),
        Why.NEVER_STARTED: words.t("Start was never pressed in the chat with me"),
        Why.DEACTIVATED: words.t("the Telegram account was closed"),
        Why.NOT_THERE: words.t("the bot is not in this chat any more"),
        Why.REFUSED: words.t("Telegram refused it"),
        Why.OURS: words.t("it could not be written, by a fault of ours; the log says more"),
    }[one]


def _head(words: Words, count: Count) -> list[Markup]:
    if count.is_settled:
        return [words.t("✅ Everything has arrived. Nothing waits for you.")]
    return list(counted(words, count))


def _block(words: Words, place: int, entry: Entry, titled: Mapping[int, Titled]) -> Markup:
    if isinstance(entry, Doubt):
        return _doubt(words, place, entry, titled.get(entry.id, Titled()))
    return _aside(words, place, entry)


def _doubt(words: Words, place: int, doubt: Doubt, titled: Titled) -> Markup:
    what = words.t(titled.title)
    if titled.number is not None:
        what = words.t("{what} no. {number}", what=what, number=titled.number)
    facts: dict[str, str | int | Markup] = {
        "place": place,
        "what": what,
        "where": _where(words, doubt),
        "moment": words.moment(doubt.due_at, words.zone),
        "why": reason(words, why(doubt)),
    }
    if doubt.state == UNKNOWN:
        return words.t(
            "❓ <b>{place}. {what}</b> to {where}, {moment}\nPerhaps it did not arrive: {why}.",
            **facts,
        )
    return words.t(
        "✖️ <b>{place}. {what}</b> to {where}, {moment}\nIt was not delivered: {why}.", **facts
    )


def _where(words: Words, doubt: Doubt) -> Markup | str:
    if doubt.chat_id == NOBODY:
        return words.t("somebody without a name")
    return clip(doubt.where, NAME) or str(doubt.chat_id)


def _aside(words: Words, place: int, aside: Aside) -> Markup:
    return words.t(
        "🔧 <b>{place}. What {name} sent</b>, {moment}\n"
        "It could not be handled (fault {fault}): {error}",
        place=place,
        name=clip(sender(aside.raw), NAME) or words.t("somebody"),
        moment=words.moment(aside.received_at, words.zone),
        fault=aside.fault,
        error=clip(aside.error or "", ERROR) or words.t("the log says more"),
    )


def _buttons(words: Words, place: int, entry: Entry, page: int) -> Row:
    if isinstance(entry, Aside):
        retry = words.t("{place}. Try again", place=place)
        forget = words.t("{place}. Let it go", place=place)
        return (
            button(retry, pack("deliveries.retry", entry.update_id, page)),
            button(forget, pack("deliveries.forget", entry.update_id, page)),
        )
    again = words.t("{place}. Send again", place=place)
    first = button(again, pack("deliveries.again", entry.id, entry.tries, page))
    if entry.state == UNKNOWN:
        settle, press = words.t("{place}. It arrived", place=place), "deliveries.arrived"
    else:
        settle, press = words.t("{place}. Let it go", place=place), "deliveries.drop"
    return (first, button(settle, pack(press, entry.id, entry.tries, page)))
