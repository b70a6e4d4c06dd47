"""Lists of whom to ask: one for each name, whoever is faster."""

import asyncio

from storage import drafts, rosters
from storage.database import Database
from storage.rosters import Kept
from tests.storage.liuzhai import LI, NOW, WANG, draft, gather

THEN = {"panel": "audience"}


async def asking(db: Database, audience: str) -> int:
    notice_id = await draft(db)
    await drafts.revise(db, notice_id, lambda _notice: {"audience": audience})
    return notice_id


async def kept(db: Database, notice_id: int, person_id: int = WANG) -> Kept:
    done = await rosters.keep(db, notice_id, "西片", person_id, NOW, THEN)
    assert done is not None
    return done


async def shown(db: Database, notice_id: int) -> list[tuple[str, str]]:
    proposal = await drafts.proposal(db, notice_id)
    assert proposal is not None
    return [(one.name, one.audience) for one in proposal.rosters]


async def test_of_two_who_give_a_name_at_once_one_is_told_who_was_faster(db: Database) -> None:
    await gather(db)
    first, second = await asking(db, "some:2,3"), await asking(db, "some:4")
    done = await asyncio.gather(kept(db, first), kept(db, second, LI))
    assert [one.is_made for one in done] == [True, False]
    assert (done[1].roster.maker, done[1].roster.audience) == ("王主任", "some:2,3")
    assert await shown(db, second) == [("西片", "some:2,3")]
    notices = [await drafts.proposal(db, one) for one in (first, second)]
    assert [one and one.notice.panel for one in notices] == ["audience", ""]


async def test_the_same_list_again_is_no_harm(db: Database) -> None:
    await gather(db)
    notice_id = await asking(db, "category:community")
    assert (await kept(db, notice_id)).is_made
    assert (await kept(db, notice_id, LI)).is_made
    assert await shown(db, notice_id) == [("西片", "category:community")]


async def test_what_is_no_draft_any_more_keeps_nothing(db: Database) -> None:
    await gather(db)
    notice_id = await asking(db, "some:2")
    await rosters.keep(db, notice_id, "东片", WANG, NOW, THEN)
    assert await rosters.forget(db, 1, notice_id) == "东片"
    assert await rosters.forget(db, 1, notice_id) is None
    assert await rosters.keep(db, 2**40, "西片", WANG, NOW, THEN) is None
    assert await shown(db, notice_id) == []
