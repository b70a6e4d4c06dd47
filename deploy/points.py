"""Service points of the demo: samples, and their names say so: the data has no coordinates."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from commands.points.hours import read_hours
from storage import points
from storage.datums import WGS84
from storage.points import Facts

CENTER = 34.80, 113.65
"""Degrees: Huiji district, Zhengzhou."""
PHONE = "0371-60000000"
OFFICE = "工作日 9:00-12:00 14:00-17:30；周六上午"


@dataclass(frozen=True)
class Sample:
    """A point, so far north and east of the centre."""

    organisation: str
    name: str
    kind: str
    level: str
    north: float
    east: float
    hours: str
    offers: str


SAMPLES = (
    Sample(
        "兴隆社区",
        "兴隆社区党群服务中心（示例）",
        "hall",
        "community",
        0.001,
        0.001,
        OFFICE,
        "社保、老年证、居住证明",
    ),
    Sample(
        "兴隆社区",
        "兴隆社区卫生服务站（示例）",
        "health",
        "community",
        0.003,
        -0.002,
        "每天 8:00-12:00 14:30-18:00",
        "量血压、打疫苗、家庭医生",
    ),
    Sample(
        "兴隆社区",
        "兴隆便民理发点（示例）",
        "daily",
        "grid",
        0.002,
        0.004,
        "周二周四周六 9:00-11:30",
        "理发、磨剪子",
    ),
    Sample(
        "同乐社区",
        "同乐社区党群服务中心（示例）",
        "hall",
        "community",
        -0.006,
        0.005,
        OFFICE,
        "社保、老年证",
    ),
    Sample(
        "同乐社区",
        "同乐老年食堂（示例）",
        "meals",
        "community",
        -0.007,
        0.006,
        "每天 7:00-8:30 11:00-13:00 17:00-18:30",
        "早餐、午餐、晚餐，可送餐",
    ),
    Sample(
        "清华园社区",
        "清华园社区图书室（示例）",
        "culture",
        "community",
        0.009,
        -0.006,
        "周二至周日 9:00-20:00",
        "借书、自习、少儿阅读",
    ),
    Sample(
        "粮运社区",
        "粮运家电维修点（示例）",
        "repair",
        "grid",
        -0.003,
        -0.008,
        "周六 9:00-12:00",
        "修家电、修自行车、修锁",
    ),
    Sample(
        "裕华社区",
        "裕华日间照料中心（示例）",
        "elderly",
        "community",
        0.012,
        0.010,
        "工作日 8:30-17:30",
        "日间照料、康复",
    ),
    Sample(
        "惠济法院",
        "法院诉讼服务站（示例）",
        "legal",
        "street",
        0.006,
        0.009,
        "工作日 9:00-17:00",
        "法律咨询、调解",
    ),
    Sample("刘寨中队", "治安岗亭（示例）", "safety", "", -0.001, -0.001, "每天24小时", "报警求助"),
)


async def mark(
    connection: AsyncConnection, register: dict[str, int], person_id: int, now: datetime
) -> None:
    """Puts them on the map, within another transaction."""
    for one in SAMPLES:
        facts = Facts(
            organisation_id=register[one.organisation],
            name=one.name,
            kind=one.kind,
            level=one.level,
            address="示例地址",
            given_latitude=round(CENTER[0] + one.north, 6),
            given_longitude=round(CENTER[1] + one.east, 6),
            datum=WGS84,
            hours=read_hours(one.hours, now.date()).model_dump_json(),
            phone=PHONE,
            offers=one.offers,
        )
        await points.add(connection, facts, person_id, now)
