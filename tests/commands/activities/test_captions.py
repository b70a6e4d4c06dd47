"""What captions are understood to say."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings, strategies as st

from commands.activities.captions.captions import Known, read_caption
from commands.activities.captions.records import TITLE_CHARACTERS
from tests.commands.activities.scene import HERE, TONGLE, on

KNOWN = Known(HERE, [TONGLE])
CAPTIONS = [
    ("8月13日 金秋助学，慰问困难学子12人，参加党员30人", "金秋助学", on(8, 13), 12, 30),
    ("８月１３日　金秋助学，慰问困难学子１２人，参加党员３０人", "金秋助学", on(8, 13), 12, 30),
    ("8月13号金秋助学。慰问困难学子十二人、参加党员三十人", "金秋助学", on(8, 13), 12, 30),
    ("8.13 义诊，服务居民30人，志愿者8人参加", "义诊", on(8, 13), 30, 8),
    ("8/13 义诊；服务居民 30 人；志愿者 8 人参加", "义诊", on(8, 13), 30, 8),
    ("2016-08-13 义诊 服务居民30人次", "义诊", on(8, 13), 30, None),
    ("2015年8月13日，义诊", "义诊", on(8, 13, 2015), None, None),
    ("2015.12.3义诊", "义诊", on(12, 3, 2015), None, None),
    ("昨天义诊，受益 20 人", "义诊", on(8, 23), 20, None),
    ("今天 义诊，受益 20", "义诊", on(8, 24), 20, None),
    ("前天义诊", "义诊", on(8, 22), None, None),
    ("上周三 健步走", "健步走", on(8, 17), None, None),
    ("周三 健步走", "健步走", on(8, 24), None, None),
    ("周五 健步走", "健步走", None, None, None),
    ("本周一健步走", "健步走", on(8, 22), None, None),
    ("下周三健步走", "健步走", None, None, None),
    ("每周三健步走", "每周三健步走", None, None, None),
    ("明天义诊", "义诊", None, None, None),
    ("12月30日 送温暖", "送温暖", None, None, None),
    ("8月25日 送温暖", "送温暖", None, None, None),
    ("去年12月30日送温暖", "送温暖", on(12, 30, 2015), None, None),
    ("2月30日 送温暖", "送温暖", None, None, None),
    ("2015年2月29日 送温暖", "送温暖", None, None, None),
    ("2月29日 送温暖", "送温暖", None, None, None),
    ("2030-01-01 送温暖", "送温暖", None, None, None),
    ("八月十三日 送温暖，走访二十余户", "送温暖", on(8, 13), None, None),
    ("8月13日至15日 夏令营", "夏令营", on(8, 13), None, None),
    ("8月13日（周六）上午9点 夏令营，参与40人", "夏令营", on(8, 13), None, 40),
    ("夏令营（8月13日）", "夏令营", on(8, 13), None, None),
    ("夏令营8月13日，参加人数：40，服务人数：15", "夏令营", on(8, 13), 15, 40),
    ("兴隆粮库8月13日开展金秋助学", "兴隆粮库8月13日开展金秋助学", on(8, 13), None, None),
    ("健步走3.5公里，出动志愿者8名", "健步走3.5公里", None, None, 8),
    ("捐款1.2万元，资助学生5名", "捐款1.2万元", None, 5, None),
    ("8月 20人参加大扫除", "8月 20人参加大扫除", None, None, 20),
    ("大扫除，30余名党员参加", "大扫除", None, None, None),
    ("大扫除，参加30-40人", "大扫除", None, None, None),
    ("大扫除，参加 -3人", "大扫除", None, None, None),
    ("大扫除，两三人参加", "大扫除", None, None, None),
    ("服务第一人民医院，两百人受益", "服务第一人民医院", None, 200, None),
    ("卫生服务站义诊，为60位老人量血压", "卫生服务站义诊", None, 60, None),
    ("义诊惠及居民1,200人，服务满意", "义诊惠及居民1,200人", None, 1200, None),
    ("慰问学子12人参加党员30人", "慰问学子12人参加党员30人", None, 12, 30),
    ("党员30人参加慰问20名老人", "党员30人参加慰问20名老人", None, 20, 30),
    ("志愿服务 党员30人参加", "志愿服务", None, None, 30),
    ("救助困难群众二十一人，十五名志愿者参与", "救助困难群众二十一人", None, 21, 15),
    ("13 August Autumn study aid, served 12, 30 took part", "Autumn study aid", on(8, 13), 12, 30),
    ("Aug 13, 2015: school visit, helped 12 students", "school visit", on(8, 13, 2015), 12, None),
    ("Clean-up yesterday, 8 volunteers", "Clean-up", on(8, 23), None, 8),
    ("Party on 1 May 2016, joined by 9", "Party", on(5, 1), None, 9),
    ("以前天天有人受益", "以前天天有人受益", None, None, None),
    ("<b>义诊</b> & 讲座，8月13日", "<b>义诊</b> & 讲座", on(8, 13), None, None),
    ("同乐社区 8月13日 义诊", "义诊", on(8, 13), None, None),
    ("于8月13日举办义诊，看望老人6位", "举办义诊", on(8, 13), 6, None),
    ("🎉🎉", "🎉🎉", None, None, None),
    ("8月13日", "8月13日", on(8, 13), None, None),
]


@pytest.mark.parametrize(("text", "title", "held_on", "served", "joined"), CAPTIONS)
def test_a_caption_is_read(
    text: str, title: str, held_on: date | None, served: int | None, joined: int | None
) -> None:
    reading = read_caption(text, KNOWN)
    found = (reading.title, reading.held_on.value, reading.served.value, reading.joined.value)
    assert found == (title, held_on, served, joined)


def at_noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=HERE.tzinfo)


@settings(deadline=None)
@given(st.text(), st.dates(min_value=date(2000, 1, 1)))
def test_any_caption_has_an_answer(text: str, today: date) -> None:
    reading = read_caption(text, Known(at_noon(today), [TONGLE]))
    assert bool(reading.title) == bool(text.strip())
    assert len(reading.title) <= TITLE_CHARACTERS
    days = (*filter(None, [reading.held_on.value]), *reading.held_on.candidates)
    assert all(day <= today for day in days)


PIECES = st.sampled_from(
    ["8月13日", "2016", "-", "12", "人", "三十", "参加", "慰问", "，", ",", "周三", "去年", "May"]
)


@settings(deadline=None)
@given(st.lists(PIECES), st.dates(min_value=date(2000, 1, 1)))
def test_any_jumble_of_what_captions_are_made_of_has_an_answer(
    pieces: list[str], today: date
) -> None:
    reading = read_caption("".join(pieces), Known(at_noon(today), [TONGLE]))
    days = (*filter(None, [reading.held_on.value]), *reading.held_on.candidates)
    assert all(day <= today for day in days)
    assert (reading.served.value or 0) >= 0
    assert (reading.joined.value or 0) >= 0


@pytest.mark.parametrize("piece", ["8.", "1", "8月", "慰问", "参加人", "一", "a ", "，", "12人"])
def test_a_caption_of_four_thousand_characters_is_read_in_no_time(piece: str) -> None:
    assert read_caption((piece * 4096)[:4096], KNOWN).title
