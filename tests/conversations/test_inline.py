"""`@bot words` in any chat: what everybody may see, for everybody, and nothing else."""

from typing import Any

from bot.inline import CACHED_SECONDS
from tests.conversations.alliance import Alliance
from tests.vocabulary.patience import Patience


async def asked(alliance: Alliance, person: int, words: str, offset: str = "") -> dict[str, Any]:
    """What the list shows to somebody who types this."""
    query = alliance.world.ask_inline(person, words, offset)
    found = await Patience(alliance.clock).until(lambda: alliance.world.answer(query), within=60)
    assert found is not None, "the query was never answered"
    return found | {"query": query}


def titles(found: dict[str, Any]) -> list[str]:
    return [one["title"] for one in found["results"]]


async def test_who_never_met_the_bot_finds_what_is_public(alliance: Alliance) -> None:
    wang, world = alliance["王主任"].in_private(), alliance.world
    await wang.says("/通知 周五粮运社区门口义诊，请转告居民")
    await wang.presses("发布到")
    await alliance["张阿姨"].sees("周五粮运社区门口义诊")
    await wang.says("/通知 义诊经费安排，先不要外传")
    await wang.sees("义诊经费安排")
    visitor = world.add_person("路人", language_code="zh-hans")
    found = await asked(alliance, visitor.id, "义诊")
    (title,) = titles(found)
    assert title.startswith("1 号 周五粮运社区门口义诊，请转告居民")
    (request,) = [one for one in world.requests if one.method == "answerInlineQuery"]
    assert request.params["is_personal"]
    assert int(request.params["cache_time"]) == CACHED_SECONDS
    elsewhere = world.add_group("邻居群", [visitor.id], [visitor.id], bot="absent").id
    posted = world.choose_inline(visitor.id, elsewhere, found["query"], found["results"][0]["id"])
    message = world.message(elsewhere, posted)
    assert message["via_bot"]["username"] == world.bot.username
    assert "周五粮运社区门口义诊" in message["text"]
    found = await asked(alliance, wang.id, "王主任")
    assert titles(found) == [], "people's names are for staff in private"
    assert found["button"]["text"] == "没有找到“王主任”"
    found = await asked(alliance, visitor.id, "  ")
    assert found["button"] == {"text": "🔍 写一个词，比如：义诊", "start_parameter": "menu"}


async def test_what_was_chosen_is_not_taken_for_words_to_the_bot(alliance: Alliance) -> None:
    emma = alliance["Emma"].in_private()
    await emma.starts()
    await emma.is_quiet()
    found = await asked(alliance, emma.id, "xinglong")
    assert found["results"][0]["description"] == "🏢 Organisations"
    before = len(alliance.world.messages(emma.chat))
    alliance.world.choose_inline(emma.id, emma.chat, found["query"], found["results"][0]["id"])
    await emma.is_quiet()
    assert len(alliance.world.messages(emma.chat)) == before + 1
    chosen = alliance.world.messages(emma.chat)[-1]
    (button,) = chosen["reply_markup"]["inline_keyboard"][0]
    await emma.follows(button["url"])
    await emma.sees("Found for “xinglong”")


async def test_many_results_come_page_by_page_and_any_words_are_answered(
    alliance: Alliance,
) -> None:
    zhang = alliance["张阿姨"]
    first = await asked(alliance, zhang.id, "党")
    assert len(first["results"]) == 20
    rest = await asked(alliance, zhang.id, "党", first["next_offset"])
    assert rest["next_offset"] == ""
    ids = [one["id"] for page in (first, rest) for one in page["results"]]
    assert len(ids) == len(set(ids)) >= 21
    for words, offset in (("党", "x"), ("党", "9" * 60), ("a" * 256, ""), ("<b>&\u202e", "-1")):
        await asked(alliance, zhang.id, words, offset)
