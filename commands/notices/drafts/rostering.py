"""Lists of whom to ask are kept under a name, and deleted."""

from commands.kit import Talk
from commands.notices import rules
from commands.notices.drafts import rosters as views
from commands.notices.drafts.panels import AUDIENCE
from storage import rosters


async def keep(talk: Talk, notice_id: int, text: str) -> None:
    """The reply with the name."""
    then, name = {"panel": AUDIENCE}, views.named(text)
    person_id = talk.asker.person.id
    done = await rosters.keep(talk.store, notice_id, name, person_id, talk.now, then)
    await talk.say(views.kept(talk.words, done))


async def forget(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, roster_id = rules.two(numbers)
    name = await rosters.forget(talk.store, roster_id, notice_id)
    await talk.toast(views.deleted(talk.words, name))
