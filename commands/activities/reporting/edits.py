"""Words that somebody changed after sending them: a report is corrected by them, or made."""

from commands.activities import handlers
from commands.activities.reporting.tellings import told
from commands.activities.rules import without_command
from commands.kit import Command, Role, Talk
from storage import activities, edits, loose


async def edited(talk: Talk, command: Command | None) -> bool:
    """False: the message is no report, and does not become one."""
    number = await edits.told_in(talk.store, talk.place.id, talk.message.id)
    if number is not None:
        await _correct(talk, number)
        return True
    if talk.asker.role < Role.LIAISON:
        return False
    if command is not None and command.handle is handlers.report:
        await handlers.report(talk)
        return True
    return command is None and talk.place.is_private and await _say_anew(talk)


async def _correct(talk: Talk, number: int) -> None:
    """What the words say now, against what they said: read by the same eyes, as of the same day."""
    activity = await activities.one(talk.store, number)
    words = without_command(talk.message.text)
    if activity is not None and words and words != activity.caption:
        before, after = await told(talk, activity.caption), await told(talk, words)
        await edits.edit(talk.store, number, before, after, talk.now)


async def _say_anew(talk: Talk) -> bool:
    """The words below photos that are no report yet: the question offers the new ones."""
    photo = await loose.sent_in(talk.store, talk.place.id, talk.message.id)
    if photo is None or photo.caption == talk.message.text:
        return False
    await loose.say(talk.store, photo, talk.message.text, talk.now)
    return True
