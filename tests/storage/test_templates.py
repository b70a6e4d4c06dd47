"""Templates: a notice as it asks, kept under a name that is given once."""

import asyncio

from storage import drafts, templates
from storage.database import Database
from storage.notices import Notice
from storage.templates import Kept
from tests.storage.liuzhai import LI, NOW, WANG, draft, gather, opened

THEN = {"panel": ""}


def as_it_is(notice: Notice) -> str:
    return notice.text


async def kept(db: Database, notice_id: int, name: str = "例会", by: int = WANG) -> Kept:
    done = await templates.keep(db, notice_id, name, by, NOW, as_it_is, THEN)
    assert done is not None
    return done


async def test_a_template_asks_as_its_notice_did(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    chosen = {"form": "signup", "places": 20, "audience": "some:2,3", "weight": "important"}
    await drafts.revise(db, notice_id, lambda _notice: chosen | {"panel": "template:1"})
    template = (await kept(db, notice_id)).template
    assert template.text == "下午三点开会"
    assert template.choices == chosen | {"options": ""}
    proposal = await drafts.proposal(db, notice_id)
    assert proposal is not None
    assert proposal.notice.panel == ""


async def test_of_two_who_give_a_name_at_once_one_is_told_who_was_faster(db: Database) -> None:
    await gather(db)
    first, second = await draft(db, "开会"), await opened(db, "停水")
    done = await asyncio.gather(kept(db, first), kept(db, second, by=LI))
    assert [one.is_made for one in done] == [True, False]
    assert (done[1].template.maker, done[1].template.text) == ("王主任", "开会")
    assert (await kept(db, first, by=LI)).is_made
    assert [one.name for one in await templates.every(db)] == ["例会"]


async def test_the_newest_comes_first_and_a_deleted_name_is_free(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    for name in ("例会", "停水"):
        await kept(db, notice_id, name)
    first, second = await templates.every(db)
    assert (first.name, second.name) == ("停水", "例会")
    assert await templates.forget(db, second.id) == "例会"
    assert await templates.forget(db, second.id) is None
    assert await templates.one(db, second.id) is None
    assert (await kept(db, await draft(db, "别的"))).is_made


async def test_nothing_is_kept_of_nothing(db: Database) -> None:
    await gather(db)
    assert await templates.keep(db, 2**40, "例会", WANG, NOW, as_it_is, THEN) is None
    empty = await draft(db, "")
    assert await templates.keep(db, empty, "例会", WANG, NOW, as_it_is, THEN) is None
