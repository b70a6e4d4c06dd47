"""An answer below no notice: in a group it may count, in private it leads to what waits."""

from markupsafe import Markup

from commands.kit import Role, Talk
from commands.notices import handlers
from commands.notices.answers import typed
from commands.notices.answers.answering import thumb_up
from locales import Words
from storage import listings, reactions


async def heard(talk: Talk) -> bool:
    """False for words that mean nothing here."""
    return await (_lead(talk) if talk.place.is_private else _nod(talk))


async def _nod(talk: Talk) -> bool:
    """收到 counts where reactions do, if one notice alone is meant."""
    person_id, now = talk.asker.person.id, talk.now
    receipt = await reactions.nod(talk.store, talk.place.id, person_id, now)
    if receipt is not None:
        await thumb_up(talk, receipt)
    return receipt is not None


async def _lead(talk: Talk) -> bool:
    """To which notice a liaison says so is not known: those that wait are shown.

    Who has answered all of them, and speaks of a difficulty now, wants to change an answer.
    """
    said = talk.message.text
    if talk.asker.role is not Role.LIAISON or not typed.means_an_answer(said):
        return False
    if await listings.owed_by(talk.store, talk.asker.person.id, 1):
        talk.foreword = _answers_are_pressed(talk.words)
    elif typed.means_a_difficulty(said):
        talk.foreword = _answers_can_change(talk.words)
        await handlers.listed(talk)
        return True
    await handlers.pending(talk)
    return True


def _answers_are_pressed(words: Words) -> Markup:
    return words.t(
        "👇 An answer counts once you press a button of the notice, or reply to the notice itself."
    )


def _answers_can_change(words: Words) -> Markup:
    return words.t("👇 You have answered them all. To change an answer, open its notice.")
