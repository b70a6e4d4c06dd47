"""Topics as the bot hears of them."""

from functools import partial

from storage import topics
from storage.database import Database
from tests.storage.liuzhai import GROUP, gather

TOPIC = 45


async def test_a_name_that_is_known_is_not_forgotten_for_the_first_one(db: Database) -> None:
    await gather(db)
    await db.write(partial(topics.learn, chat_id=GROUP, topic_id=TOPIC, name="演练"))
    await db.write(partial(topics.call, chat_id=GROUP, topic_id=TOPIC, name="消防演练"))
    await db.write(partial(topics.learn, chat_id=GROUP, topic_id=TOPIC, name="演练"))
    (topic,) = await topics.of(db, GROUP)
    assert (topic.name, topic.is_open) == ("消防演练", True)


async def test_a_topic_is_closed_and_opened_again(db: Database) -> None:
    await gather(db)
    await db.write(partial(topics.call, chat_id=GROUP, topic_id=TOPIC, name="演练"))
    for is_open in (False, True):
        await db.write(partial(topics.stand, chat_id=GROUP, topic_id=TOPIC, is_open=is_open))
        (topic,) = await topics.of(db, GROUP)
        assert topic.is_open == is_open
