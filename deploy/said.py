"""What residents said before the demo: one waits, with a name; one is solved, without."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import transaction
from storage.tables import voice_parts, voice_passes, voices
from storage.voice_ends import AGREED
from storage.voices import CLOSED, OPEN, SPEAKER

WAITS = "三号楼二单元楼道灯坏了，老人晚上看不见台阶"
SOLVED, BY = "小区东门的垃圾三天没人收", "同乐社区"
ZONE = ZoneInfo("Asia/Shanghai")
AGO, FIRST_WORD, TOOK = timedelta(days=6), timedelta(hours=3), timedelta(days=2)


@transaction
async def say(
    connection: AsyncConnection,
    register: Mapping[str, int],
    *,
    speaker_id: int,
    staff_id: int,
    now: datetime,
) -> None:
    """They stand in `/voices`; nobody has a card of them, since they are older than the bot."""
    began = now - AGO
    day = began.astimezone(ZONE).date()
    told = {"is_first": True, "side": SPEAKER, "said_on": day}
    first = {"number": 1, "state": CLOSED, "said_on": day, "ended": AGREED}
    first |= {"closed_on": (began + TOOK).astimezone(ZONE).date()}
    made = insert(voices).values(first).returning(voices.c.id)
    closed_id = (await connection.execute(made)).scalar_one()
    await connection.execute(insert(voice_parts).values(voice_id=closed_id, text=SOLVED, **told))
    moments = {
        "passed_at": began,
        "answer_by": day + timedelta(4),
        "first_word_at": began + FIRST_WORD,
        "solved_at": began + TOOK,
    }
    whose = {"voice_id": closed_id, "organisation_id": register[BY], "passed_by": staff_id}
    await connection.execute(insert(voice_passes).values(whose | moments))
    second = {"number": 2, "state": OPEN, "said_on": now.astimezone(ZONE).date()}
    kept = insert(voices).values(second | {"person_id": speaker_id}).returning(voices.c.id)
    open_id = (await connection.execute(kept)).scalar_one()
    said = {"voice_id": open_id, "person_id": speaker_id, "text": WAITS}
    today = {"said_on": second["said_on"]}
    await connection.execute(insert(voice_parts).values(told | said | today))
