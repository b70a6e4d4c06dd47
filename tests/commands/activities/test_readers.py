"""What each reader is sure of, what it asks, and what it lets alone."""

from datetime import date, datetime, timedelta

import pytest

from commands.activities.captions.counts import read_counts
from commands.activities.captions.durations import read_served
from commands.activities.captions.findings import Finding
from commands.activities.captions.goods import read_goods
from commands.activities.captions.held import read_held
from commands.activities.captions.kinds import read_kind
from commands.activities.captions.money import read_given
from commands.activities.captions.places import read_place
from commands.activities.faults import Fault
from storage.tags import Tag
from tests.commands.activities.scene import HERE, on

NOTHING: Finding[object] = Finding()
TAGS = [
    Tag(id=1, linkage="education", name="讲座"),
    Tag(id=2, linkage="livelihood", name="义诊"),
    Tag(id=3, linkage="safety", name="消防演练"),
    Tag(id=4, linkage="culture", name="邻居节"),
]


def asked(*candidates: object) -> Finding[object]:
    return Finding(candidates=candidates)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8.13义诊", Finding(on(8, 13))),
        ("评分4.8 义诊", asked(on(4, 8))),
        ("20160813义诊", Finding(on(8, 13))),
        ("8-13 义诊", asked(on(8, 13))),
        ("8月13日至8月15日", Finding(on(8, 13))),
        ("8月6日、8月13日", asked(on(8, 6), on(8, 13))),
        ("8月13日前完成", asked(on(8, 13))),
        ("8月10日起每天巡河", asked(on(8, 10))),
        ("截至8月22日", asked(on(8, 22))),
        ("8月13日周五", asked(on(8, 13), on(8, 12))),
        ("农历七月十五", Finding(fault=Fault.LUNAR_DAY)),
        ("2月30日", Finding(fault=Fault.IMPOSSIBLE_DAY)),
        ("明天", Finding(fault=Fault.FUTURE_DAY)),
        ("3.15消费者权益日", asked(on(3, 15))),
        ("13号下午", asked(on(8, 13))),
        ("上月13号", Finding(on(7, 13))),
        ("三天前", Finding(on(8, 21))),
        ("last Friday", Finding(on(8, 19))),
        ("on Saturday", Finding(on(8, 20))),
        ("2 days ago", Finding(on(8, 22))),
        ("8/9 clinic", asked(on(8, 9), date(2015, 9, 8))),
        ("参加 8.5 公里", NOTHING),
    ],
)
def test_days(text: str, found: Finding[date]) -> None:
    assert read_held(text, HERE).day == found


def test_after_midnight_today_may_be_the_day_that_has_just_ended() -> None:
    one_in_the_morning = datetime(2016, 8, 24, 1, tzinfo=HERE.tzinfo)
    assert read_held("今天义诊", one_in_the_morning).day == asked(on(8, 23), on(8, 24))
    assert read_held("8月23日义诊", one_in_the_morning).day == Finding(on(8, 23))
    assert read_held("今天义诊", one_in_the_morning + timedelta(hours=9)).day == Finding(on(8, 24))


@pytest.mark.parametrize(
    ("text", "served", "joined"),
    [
        ("慰问老党员5人、困难户3人，参加6人", asked(8, 5, 3), Finding(6)),
        ("居民代表15人、干部4人参加", NOTHING, asked(19, 15, 4)),
        ("老干部11人 小学生40人参加", NOTHING, asked(51, 40, 11)),
        ("服务28人，其中老人20人", Finding(28), NOTHING),
        ("二十余人参加", NOTHING, asked(20)),
        ("参加30-40人", NOTHING, asked(30, 40)),
        ("参加30多人", NOTHING, asked(30)),
        ("近百人参加", NOTHING, asked(100)),
        ("两三人参加", NOTHING, Finding(fault=Fault.NO_NUMBER)),
        ("参加 -3人", NOTHING, Finding(fault=Fault.NEGATIVE_NUMBER)),
        ("参加3000000人", NOTHING, Finding(fault=Fault.TOO_MANY)),
        ("每个支部10人参加", NOTHING, asked(10)),
        ("各社区参加5人", NOTHING, asked(5)),
        ("参加 5 家单位", NOTHING, NOTHING),
        ("来了三十来个老人", asked(30), asked(30)),
        ("表彰10名志愿者", NOTHING, asked(10)),
        ("观众200余人", NOTHING, asked(200)),
        ("给80名学生讲防溺水", Finding(80), NOTHING),
        ("8人,30人参加", asked(8), asked(38, 30, 8)),
        ("served 12 and about 30 took part", Finding(12), asked(30)),
        ("三位一体，万人空巷", asked(10000), asked(10000)),
        ("\ue000人参加，\uf8ff", NOTHING, NOTHING),
    ],
)
def test_people(text: str, served: Finding[int], joined: Finding[int]) -> None:
    found = read_counts(text)
    assert (found.served, found.joined) == (served, joined)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("服务3小时", Finding(180)),
        ("，两个半小时，", Finding(150)),
        ("1小时30分钟", Finding(90)),
        ("for 2 hours", Finding(120)),
        ("时长90分钟", Finding(90)),
        ("每人服务10小时", asked(600)),
        ("近3小时", asked(180)),
        ("9:00-11:30", asked(150)),
        ("晚8点到10点", asked(120)),
        ("下午1点到3点半", asked(150)),
        ("7点到9点，2小时", Finding(120)),
        ("上午2小时，下午3小时", asked(120, 180)),
        ("半天", Finding(fault=Fault.NO_HOURS)),
        ("30分钟完成集结", asked(30)),
        ("累计服务60小时", asked(3600)),
        ("24小时值班", NOTHING),
        ("半小时后雨停了", NOTHING),
    ],
)
def test_service_time(text: str, found: Finding[int]) -> None:
    assert read_served(text).minutes == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("捐款5000元", Finding(5000)),
        ("捐款五千元", Finding(5000)),
        ("善款1.2万元", Finding(12000)),
        ("慰问金￥3,000", Finding(3000)),
        ("gave 9,600 yuan", Finding(9600)),
        ("捐款5600.00元", Finding(5600)),
        ("善款12860.5元", asked(12860, 12861)),
        ("捐款5000余元", asked(5000)),
        ("捐款1.5万", asked(15000)),
        ("价值3000元", asked(3000)),
        ("worth 2500 RMB", asked(2500)),
        ("每人资助500元，共6000元", asked(500, 6000)),
        ("10元理发", asked(10)),
        ("1元旦", NOTHING),
    ],
)
def test_money(text: str, found: Finding[int]) -> None:
    assert read_given(text).money == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("送去米面油20份", Finding("米面油20份")),
        ("书包30个、文具40套", Finding("书包30个、文具40套")),
        ("发放防汛宣传单500张", Finding("防汛宣传单500张")),
        ("赠送20箱牛奶", Finding("20箱牛奶")),
        ("发放法律手册100余本", asked("法律手册100余本")),
        ("每户大米1袋", asked("大米1袋")),
        ("各送去1000元和大米1袋", asked("大米1袋")),
        ("月饼一盒一户共50盒", Finding(fault=Fault.SEVERAL_THINGS)),
        ("发小礼品60份", asked("小礼品60份")),
        ("发放棉被1床、食品2袋", Finding(fault=Fault.SEVERAL_THINGS)),
        ("书包15个 台灯15盏", Finding(fault=Fault.SEVERAL_THINGS)),
        ("整理图书500册", NOTHING),
        ("卸米面油200份", NOTHING),
        ("清理垃圾3车", NOTHING),
    ],
)
def test_things(text: str, found: Finding[str]) -> None:
    assert read_goods(text).materials == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("在社区活动室举办", Finding("社区活动室")),
        ("地点：东风路与南阳路口", Finding("东风路与南阳路口")),
        ("活动地点在社区广场", Finding("社区广场")),
        ("到泰山村、代书胡同观摩", Finding("泰山村、代书胡同")),
        ("at the community hall, with tea", Finding("community hall")),
        ("venue: Room 3, first floor", Finding("Room 3")),
        ("在活动室，后到敬老院慰问", asked("活动室", "敬老院")),
        ("义诊 兴隆社区会议室", asked("兴隆社区会议室")),
        ("走进社区开展", NOTHING),
        ("送到居民家门口", NOTHING),
        ("在职党员进社区", NOTHING),
        ("在街道党工委的领导下", NOTHING),
        ("下沉到5个社区，", NOTHING),
    ],
)
def test_points(text: str, found: Finding[str]) -> None:
    assert read_place(text) == found


@pytest.mark.parametrize(
    ("text", "linkage", "tags"),
    [
        ("义诊", Finding("livelihood"), [2]),
        ("健康讲座", asked("education", "livelihood"), [1]),
        ("义诊和讲座", Finding("livelihood"), [1, 2]),
        ("消防演练后义诊", asked("livelihood", "safety"), [2, 3]),
        ("学习安全生产经验", asked("education", "safety"), []),
        ("第三届邻居节", Finding("culture"), [4]),
        ("健步走", NOTHING, []),
    ],
)
def test_kinds(text: str, linkage: Finding[str], tags: list[int]) -> None:
    found = read_kind(text, TAGS)
    assert (found.linkage, [tag.id for tag in found.tags]) == (linkage, tags)
