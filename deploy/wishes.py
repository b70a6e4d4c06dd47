"""Small wishes that wait in the demo: the clothes drive of the court, and two of communities."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import transaction
from storage.tables import wish_details, wishes
from storage.wishes import OPEN


@dataclass(frozen=True)
class Sample:
    """A wish; days are counted from the day of the demo."""

    organisation: str
    what: str
    whom: str
    amount: int
    unit: str
    days: int
    details: str


SAMPLES = (
    Sample(
        *("惠济法院", "闲置衣物（冬衣、被褥）", "困难家庭", 100, "件", 21),
        "惠济法院立案大厅，工作日 9:00-17:00，找值班台",
    ),
    Sample(
        *("兴隆社区", "轮椅", "一位独居老人", 1, "台", 14),
        "兴隆社区服务大厅，找值班台，由社区送上门",
    ),
    Sample("同乐社区", "陪聊", "一位独居老人", 4, "小时", 30, "先到同乐社区居委会，由网格员带路"),
)


@transaction
async def put_up(
    connection: AsyncConnection, register: Mapping[str, int], person_id: int, now: datetime
) -> None:
    """They are open in `/wishes`; the group has no card of them, since it is older than the bot."""
    for sample in SAMPLES:
        row = {
            "organisation_id": register[sample.organisation],
            "what": sample.what,
            "whom": sample.whom,
            "amount": sample.amount,
            "unit": sample.unit,
            "due_on": (now + timedelta(sample.days)).date(),
            "state": OPEN,
            "put_up_by": person_id,
            "put_up_at": now,
        }
        made = insert(wishes).values(row).returning(wishes.c.id)
        wish_id = (await connection.execute(made)).scalar_one()
        kept = insert(wish_details).values(wish_id=wish_id, words=sample.details)
        await connection.execute(kept)
