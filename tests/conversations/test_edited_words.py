"""Words that are changed after they were sent: the record follows them, and no further."""

import pytest

from bot.clock import moment
from storage import activity_history, corrections
from storage.corrections import Correction
from storage.database import Database
from tests.conversations.alliance import Alliance
from tests.vocabulary import photo

pytestmark = pytest.mark.slow  # beside the main stories, which `make test` tells

PICTURES = [photo(number) for number in range(2)]
CAPTION = "#活动 8月13日 义诊，服务居民30人，参加5人"


async def history(alliance: Alliance) -> dict[str, tuple[str, str]]:
    """What was changed of activity 1, field by field."""
    async with Database(alliance.settings.database) as db:
        found = await activity_history.history(db, 1)
    return {one.field: (one.before, one.after) for one in found}


async def test_an_edited_caption_corrects_the_record(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    first, _ = await zhou.sends_album(PICTURES, CAPTION)
    receipt = await zhou.sees("2 张照片，已保存")
    await zhou.edits(first, "#活动 8月14日 义诊进小区，服务居民36人，参加5人")
    await zhou.sees("👥 服务 36 人、参加 5 人")
    assert "📅 2026年8月14日 周五" in zhou.reads(receipt)
    assert "义诊进小区" in zhou.reads(receipt)
    told = await history(alliance)
    assert told["served"] == ("30", "36")
    assert told["held_on"] == ("2026-08-13", "2026-08-14")
    assert "joined" not in told


async def test_words_of_a_report_without_photos_are_edited_as_well(alliance: Alliance) -> None:
    zhou = alliance["老周"].in_private()
    sent = await zhou.says(CAPTION)
    await zhou.sees("👥 服务 30 人、参加 5 人")
    await zhou.edits(sent, CAPTION.replace("参加5人", "参加15人"))
    await zhou.sees("👥 服务 30 人、参加 15 人")


async def test_words_that_did_not_change_do_not_overrule_a_correction(alliance: Alliance) -> None:
    zhou = alliance["老周"]
    sent = await zhou.sends_photo(PICTURES[0], "#活动 8月13日 义诊，服务居民30人")
    await zhou.sees("1 张照片，已保存")
    async with Database(alliance.settings.database) as db:
        now = moment(alliance.clock)
        await corrections.correct(db, 1, Correction(served=33), zhou.id, now)
    await zhou.edits(sent, "#活动 8月13日 健康义诊，服务居民30人")
    await zhou.sees("健康义诊")
    await zhou.sees("服务 33 人")


async def test_a_command_that_is_added_later_makes_a_report(alliance: Alliance) -> None:
    zhou, zhang = alliance["老周"], alliance["张阿姨"]
    first, _ = await zhou.sends_album(PICTURES, "8月13日 义诊")
    await zhou.sees_no("活动 1 号")
    await zhou.edits(first, "#活动 8月13日 义诊")
    await zhou.sees("2 张照片，已保存")
    other = await zhang.sends_photo(PICTURES[0], "好看")
    await zhang.edits(other, "#活动 好看")
    await zhang.sees_no("活动 2 号")


async def test_words_below_photos_that_are_no_report_yet_are_offered_anew(
    alliance: Alliance,
) -> None:
    chen = alliance["陈姐"].in_private()
    sent = await chen.sends_photo(PICTURES[0], "8月13日 秋有")
    await chen.sees("8月13日 秋有")
    await chen.edits(sent, "8月13日 秋游")
    question = await chen.sees("8月13日 秋游")
    await chen.presses("用这段话登记", on=question)
    await chen.sees("1 张照片，已保存")
    await chen.edits(sent, "8月13日 秋游，服务20人")
    await chen.sees("服务 20 人")


async def test_an_edit_of_anything_else_is_passed_over(alliance: Alliance) -> None:
    chen = alliance["陈姐"]
    told, alone = await chen.says("今天真热"), await chen.in_private().says("你好")
    await chen.in_private().answered()
    await chen.edits(told, "今天很热")
    await chen.in_private().edits(alone, "您好")
    sent = await chen.sends_photo(PICTURES[0], CAPTION)
    receipt = await chen.sees("1 张照片，已保存")
    said = chen.reads(receipt)
    await chen.edits(sent, "#活动")
    await chen.is_quiet()
    assert chen.reads(receipt) == said
