"""The services to residents of the sample data, entered into the demo's calendar."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from commands.calendar.planning import occasions
from commands.kit import Office
from commands.kit.recurrences import first_day, on_day, on_weekday, weekly
from deploy.people import LIAISONS, STAFF
from storage import announcements, organisations, series
from storage.announcements import MOVE, SKIP, STAY, Plan
from storage.database import Database

ZONE = ZoneInfo("Asia/Shanghai")
SATURDAY, WEDNESDAY = 5, 2
SOON = timedelta(days=3)


@dataclass(frozen=True)
class Service:
    """What organisations do for residents; without a rule it takes place in some days."""

    title: str
    hosts: tuple[str, ...]
    rule: str = ""
    starts: str = ""
    ends: str = ""
    place: str = ""
    about: str = ""
    places: int | None = None
    holidays: str = STAY
    signs_up: bool = True
    is_meeting: bool = False


SERVICES = (
    Service(
        "老年居民专项服务",
        ("同乐社区", "清华园社区", "颐和和社工中心"),
        on_day(15),
        *("09:00", "11:00", "同乐社区活动室", "每月一次，解决老年居民的生活困难", 40, MOVE),
    ),
    Service(
        "义诊和免费体检",
        ("粮运社区", "裕华社区"),
        on_weekday(1, SATURDAY),
        *("09:00", "11:30", "粮运社区广场", "联合刘寨社区卫生服务站", 30, SKIP),
    ),
    Service(
        "青少年思想道德教育讲座",
        ("兴隆社区", "第六十中学"),
        weekly(SATURDAY, every=2),
        *("14:30", "16:00", "兴隆社区活动室", "校、社、家三位一体教育模式", 50, SKIP),
    ),
    Service(
        "治安防范、消防安全和安全生产大排查",
        ("刘寨中队",),
        weekly(WEDNESDAY),
        *("09:30", "", "5 个社区", "专人下沉到社区", None, STAY, False),
    ),
    Service(
        "家庭幸福人生传统文化巡讲",
        ("军干四所",),
        *("", "19:00", "20:30", "军干四所", "妇联主办", 60),
    ),
    Service(
        "区域化大党建共驻共建联席会议",
        ("街道",),
        *("", "15:00", "17:00", "军干四所", "", None, STAY, True, True),
    ),
)


async def enter(db: Database, now: datetime) -> None:
    """All of them from today on, as their liaisons would have announced them."""
    office = Office(ZONE)
    hours = office.hours({})
    today = now.astimezone(ZONE).date()
    register = {one.short_name: one.id for one in await organisations.every(db)}
    liaisons = {one.organisation: one.id for one in LIAISONS}
    for service in SERVICES:
        first, *others = (register[name] for name in service.hosts)
        by = liaisons.get(service.hosts[0], STAFF[0].id)
        plan = Plan(
            organisation_id=first,
            title=service.title,
            held_on=_first(service, today),
            place=service.place,
            chat_id=by,
            starts=service.starts,
            ends=service.ends,
            about=service.about,
            is_meeting=service.is_meeting,
            signs_up=service.signs_up,
            places=service.places,
            rule=service.rule,
            holidays=service.holidays,
            cohosts=tuple(others),
        )
        number = await announcements.draft(db, plan, by, now.astimezone(UTC), is_shown=False)
        kept = await announcements.one(db, number)
        assert kept is not None  # noqa: S101 - it was just written
        await series.publish(db, number, occasions(kept, hours, now), None, today, now)


def _first(service: Service, today: date) -> date:
    soon = today + SOON
    return (first_day(service.rule, today) or soon) if service.rule else soon
