"""Articles are published once, corrected with history, gathered for followers; nobody is noted."""

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, select

from storage import (
    article_files,
    article_lists,
    articles,
    column_topics,
    columns,
    follows,
    forgetting,
    publications,
)
from storage.article_files import CARD
from storage.articles import POST, Writer
from storage.attachments import Sent
from storage.database import Database
from storage.follows import GATHERING
from storage.hitches import NO_TOPIC, Hindrance
from storage.publications import HITCH
from storage.tables import deliveries, jobs, metadata, people
from tests.storage.liuzhai import GROUP, LI, NOW, WANG, ZHANG, gather

WRITER = Writer(WANG, WANG, NOW)
LATER = NOW + timedelta(hours=1)
WEEK = timedelta(days=7)
PARTY, GUIDES, RED = 1, 4, 11
"""As a migration makes them."""


async def owed(db: Database, kind: str) -> list[tuple[int, int, int | None]]:
    """Whose and where, by kind."""
    found = select(deliveries).where(deliveries.c.kind == kind).order_by(deliveries.c.id)
    rows = (await db.read(lambda connection: connection.execute(found))).all()
    return [(row.subject_id, row.chat_id, row.topic_id) for row in rows]


async def published(db: Database, column: int = GUIDES, at: datetime = NOW) -> int:
    told = {"column_id": column, "title": "老年证", "body": "带身份证", "chat_id": GROUP}
    writer = Writer(WANG, WANG, at)
    article_id = await articles.draft(db, told, (), writer)
    assert await publications.publish(db, article_id, writer, at)
    return article_id


async def test_two_who_press_publish_once_and_a_draft_needs_column_and_title(db: Database) -> None:
    await gather(db)
    sent = Sent(chat_id=WANG, message_id=5, kind="photo", file_id="f")
    bare = await articles.draft(db, {"title": "标题"}, (sent,), WRITER)
    assert not await publications.publish(db, bare, WRITER, NOW)
    first = await published(db)
    assert not await publications.publish(db, first, Writer(LI, LI, NOW), NOW)
    assert await owed(db, POST) == [(first, GROUP, None)]
    assert await publications.withdraw(db, first, WRITER)
    assert not await publications.withdraw(db, first, WRITER)
    assert await articles.revise(db, first, {"title": "x"}, WRITER) is None
    assert await publications.restore(db, first, WRITER)
    assert await publications.discard(db, bare)
    assert not await publications.discard(db, first)


async def test_what_was_there_before_is_kept_with_who_and_when(db: Database) -> None:
    await gather(db)
    first = await published(db)
    later = Writer(LI, LI, LATER)
    sent = Sent(chat_id=LI, message_id=9, kind="photo", file_id="f")
    await articles.revise(db, first, {"body": "带户口本", "column_id": RED}, later, (sent,))
    await articles.revise(db, first, {"panel": "group"}, later)
    await articles.revise(db, first, {}, later, None)
    said = [(one.field, one.old, one.new) for one in await article_lists.versions(db, first)]
    assert said == [
        ("files", "1", "0"),
        ("files", "0", "1"),
        ("column_id", str(GUIDES), str(RED)),
        ("body", "带身份证", "带户口本"),
    ]
    found = await articles.one(db, first)
    assert found is not None
    assert found.corrected_at == LATER
    assert {one.person for one in await article_lists.versions(db, first)} == {"小李"}


async def test_reading_is_counted_and_no_row_joins_a_person_and_an_article(db: Database) -> None:
    await gather(db)
    first = await published(db)
    before = await _everything(db)
    for _ in range(3):
        await publications.opened(db, first)
    found = await articles.one(db, first)
    assert found is not None
    assert found.openings == 3
    after = await _everything(db)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"article_openings"}
    columns_of = {column.name for column in metadata.tables["article_openings"].columns}
    assert columns_of == {"article_id", "count"}


async def _everything(db: Database) -> dict[str, str]:
    """All rows of all tables."""
    found = {}
    for name, table in metadata.tables.items():
        rows = (await db.read(lambda c, t=table: c.execute(select(t)))).all()  # type: ignore[misc]
        found[name] = json.dumps([tuple(map(str, row)) for row in rows])
    return found


async def test_followers_get_what_is_new_once_and_who_is_forgotten_follows_nothing(
    db: Database,
) -> None:
    await gather(db)
    reach = people.update().where(people.c.id.in_((ZHANG, LI))).values(is_reachable=True)
    await db.write(lambda connection: connection.execute(reach))
    await published(db, RED, NOW - timedelta(minutes=1))
    await follows.follow(db, PARTY, ZHANG, NOW)
    await follows.follow(db, PARTY, ZHANG, LATER)
    await follows.follow(db, GUIDES, LI, NOW)
    await follows.follow(db, RED, WANG, NOW)
    news = await published(db, RED, LATER)
    await follows.gather(db, NOW + WEEK, NOW + WEEK, NOW + 2 * WEEK)
    assert await owed(db, GATHERING) == [(1, ZHANG, None)]
    found = await follows.gathering(db, 1)
    assert found is not None
    assert [one.id for one in found.articles] == [news]
    await follows.gather(db, NOW + 2 * WEEK, NOW + 2 * WEEK, NOW + 3 * WEEK)
    assert len(await owed(db, GATHERING)) == 1
    due = select(jobs.c.due_at).where(jobs.c.kind == follows.GATHER).order_by(jobs.c.due_at)
    moments = (await db.read(lambda connection: connection.execute(due))).scalars().all()
    assert moments == [NOW + 2 * WEEK, NOW + 3 * WEEK]
    await follows.plan(db, NOW + 4 * WEEK)
    assert await follows.of(db, ZHANG) == {PARTY}
    await forgetting.forget(db, ZHANG, lambda number: f"成员{number}", NOW)
    assert await follows.of(db, ZHANG) == frozenset()
    assert await follows.count(db, PARTY) == 0


async def test_an_outage_of_weeks_does_not_bring_what_is_old(db: Database) -> None:
    await gather(db)
    reach = people.update().where(people.c.id == ZHANG).values(is_reachable=True)
    await db.write(lambda connection: connection.execute(reach))
    await follows.follow(db, GUIDES, ZHANG, NOW)
    await published(db, GUIDES, LATER)
    await follows.gather(db, NOW + 6 * WEEK, NOW + 6 * WEEK, NOW + 7 * WEEK)
    assert await owed(db, GATHERING) == []


async def test_a_topic_is_its_columns_or_that_of_the_one_above_until_it_is_gone(
    db: Database,
) -> None:
    await gather(db)
    reach = people.update().where(people.c.id == WANG).values(is_reachable=True, is_staff=True)
    await db.write(lambda connection: connection.execute(reach))
    assert await column_topics.bind(db, PARTY, GROUP, 7, "党建")
    assert not await column_topics.bind(db, 99, GROUP, 7)
    assert not await column_topics.bind(db, PARTY, -5, 7)
    first = await published(db, RED)
    second = await published(db, RED, LATER)
    assert await owed(db, POST) == [(first, GROUP, 7), (second, GROUP, 7)]
    gone = Hindrance(chat_id=GROUP, topic_id=7, why=NO_TOPIC)
    await publications.hinder(db, first, gone, NOW)
    await publications.hinder(db, first, gone, NOW)
    assert [one[0] for one in await owed(db, HITCH)] == [first]
    assert await owed(db, POST) == [(first, GROUP, None), (second, GROUP, None)]
    assert await column_topics.unbind(db, PARTY, GROUP)
    assert not await column_topics.unbind(db, PARTY, GROUP)


async def test_columns_have_two_levels_and_one_name_each(db: Database) -> None:
    await gather(db)
    new = await columns.add(db, "文明养犬", "Dogs", GUIDES)
    assert new is not None
    assert await columns.add(db, "文明养犬", "", None) is None
    assert not await columns.put_under(db, GUIDES, PARTY)
    assert not await columns.put_under(db, new, RED)
    assert await columns.put_under(db, new, None)
    assert not await columns.rename(db, new, "便民指南", "")
    assert await columns.raise_up(db, new)
    assert not await columns.raise_up(db, PARTY)
    assert not await columns.raise_up(db, 99)
    assert await columns.retire(db, new, WANG, NOW)
    assert not await columns.retire(db, new, WANG, NOW)
    other = await columns.add(db, "文明养犬", "", None)
    assert other is not None
    assert not await columns.restore(db, new)
    assert await columns.rename(db, other, "养犬", "")
    assert await columns.restore(db, new)


@pytest.mark.parametrize("late", [False, True])
async def test_an_album_is_whole_however_late_its_files_are(db: Database, *, late: bool) -> None:
    await gather(db)
    first, second = (
        Sent(chat_id=WANG, message_id=n, media_group_id="a", kind="photo", file_id=f"f{n}")
        for n in (5, 6)
    )
    seen = metadata.tables["seen_files"]
    facts = second.model_dump() | {"seen_at": NOW}
    if not late:
        await db.write(lambda connection: connection.execute(insert(seen).values(facts)))
    article_id = await articles.draft(db, {"title": "相册"}, (first,), WRITER)
    if late:
        await db.write(lambda connection: article_files.join(connection, second))
        await db.write(lambda connection: article_files.join(connection, second))
    found = await articles.one(db, article_id)
    assert found is not None
    assert [one.file_id for one in found.files] == ["f5", "f6"]
    assert await owed(db, CARD) == [(article_id, WANG, None)]
