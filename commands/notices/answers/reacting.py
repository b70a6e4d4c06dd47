"""A reaction to a card, to what came with it, or to a message that reminds of it."""

from markupsafe import Markup

from commands.kit import Button, Post, Talk, button, pack
from commands.notices import rules
from commands.notices.answers.answering import of_reminder
from locales import Words
from storage import notices, reactions
from storage.database import Store
from storage.reactions import Reacted


async def react(talk: Talk, notice_id: int) -> None:
    """Nothing is said in the group: reactions have no toast."""
    await reactions.react(talk.store, notice_id, _reacted(talk), talk.now)


async def react_to_reminder(talk: Talk, reminder_id: int) -> None:
    """One to a copy or a reminder is one to its notice."""
    await react(talk, await of_reminder(talk, (reminder_id,)))


async def uncounted(store: Store, words: Words, notice_id: int) -> Post | None:
    """Says in private that a reaction did not count."""
    notice = await notices.by_id(store, notice_id)
    if notice is None or notice.number is None:
        return None
    number = notice.number
    if notice.state != notices.OPEN:
        return Post(
            words.t(
                "Notice {number} takes no answers any more, so your reaction did not count.",
                number=number,
            )
        )
    said = words.t(
        "Your reaction to notice {number} does not count as an answer. Please press a button.",
        number=number,
    )
    return Post(said, ((_show(words.t("Show the notice"), number),),))


def _show(text: Markup, number: int) -> Button:
    return button(text, pack("notices.show", number))


def _reacted(talk: Talk) -> Reacted:
    standing = talk.reactions or frozenset()
    return Reacted(
        chat_id=talk.place.id,
        message_id=talk.message.id,
        person_id=talk.asker.person.id,
        is_received=rules.means_received(standing),
        is_any=bool(standing),
        tell_in=talk.private_chat,
    )
