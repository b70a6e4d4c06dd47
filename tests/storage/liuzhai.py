"""A small alliance in a database: twenty organisations are asked, the street office is not."""

from datetime import UTC, datetime
from functools import partial

from storage import chats, drafts, organisations, people, sendings
from storage.database import Database
from storage.notices import DIFFICULT
from storage.organisations import Entry
from storage.people import Person

NOW = datetime(2026, 8, 20, 1, 0, tzinfo=UTC)
GROUP, OTHER_GROUP = -1001, -1002
WANG, LI = 1001, 1002
"""Staff."""
CHEN, YOUNG_CHEN, LIU, STREET, ZHANG = 2001, 2002, 2003, 2004, 3001
"""Liaisons: two of the first organisation, one of the next two, the street's own. A member."""
NAMES = {
    WANG: "王主任",
    LI: "小李",
    CHEN: "陈姐",
    YOUNG_CHEN: "小陈",
    LIU: "刘敏",
    STREET: "街道",
    ZHANG: "张阿姨",
}
REGISTER = (
    Entry(name="刘寨街道党工委", short_name="街道", category="street"),
    *(
        Entry(name=f"单位{n}党支部", short_name=f"单位{n}", category="community")
        for n in range(1, 21)
    ),
)


async def gather(db: Database) -> tuple[int, ...]:
    """Imports the register, seats the people, joins the group; gives the asked organisations."""
    await organisations.import_all(db, REGISTER)
    street, first, second, third, *others = [one.id for one in await organisations.every(db)]
    for person_id, name in NAMES.items():
        await people.remember(db, Person(id=person_id, name=name))
    seats = {CHEN: (first,), YOUNG_CHEN: (first,), LIU: (second, third), STREET: (street,)}
    for person_id, served in seats.items():
        for organisation_id in served:
            await people.appoint(db, person_id, organisation_id, WANG, NOW)
    await db.write(partial(chats.meet, chat_id=GROUP, title="刘寨共建联盟"))
    return (first, second, third, *others)


async def draft(
    db: Database, text: str = "下午三点开会", form: str = DIFFICULT, **choices: object
) -> int:
    """A draft of 王主任's, composed in private, with these columns."""
    choices |= {"form": form}
    return await drafts.draft(
        db, text, WANG, NOW, group_id=None, preview_to=WANG, reply_to=None, choices=choices
    )


async def opened(
    db: Database, text: str = "下午三点开会", form: str = DIFFICULT, **choices: object
) -> int:
    """The id of a notice that is open in the group."""
    notice_id = await draft(db, text, form, **choices)
    assert (await sendings.send(db, notice_id, GROUP, WANG, NOW)).is_made
    return notice_id
