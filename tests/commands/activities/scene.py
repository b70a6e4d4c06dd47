"""Activities for tests: one as usual, and whatever hostile input may make of it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from storage.activities import Activity
from storage.organisations import Organisation
from storage.partners import Partner
from storage.photos import Photo

TODAY = date(2016, 8, 24)
"""A Wednesday."""
NOON = datetime(2016, 8, 24, 4, tzinfo=UTC)
HERE = NOON.astimezone(ZoneInfo("Asia/Shanghai"))
HOSTILE = ("<b>" * 1000, "&" * 4000, "\u202e" * 4000, "😀" * 4000, "\n\n词 " * 1000, "שלום" * 1000)
ACTIVITY = Activity(
    id=3,
    organisation_id=3,
    organisation="兴隆粮库",
    reporter_id=7,
    reporter="老周",
    chat_id=-100,
    message_id=41,
    caption="8月13日 金秋助学，慰问困难学子12人，参加党员30人",
    title="金秋助学",
    held_on=date(2016, 8, 13),
    served=12,
    joined=30,
    reported_at=NOON,
)


def on(month: int, day: int, year: int = 2016) -> date:
    return date(year, month, day)


def activity(*states: str, **changes: object) -> Activity:
    """The usual one with photos in these states, and with other facts."""
    photos = tuple(photo(number, state) for number, state in enumerate(states, start=1))
    return ACTIVITY.model_copy(update={"photos": photos, **changes})


def photo(number: int, state: str = "kept") -> Photo:
    return Photo(
        id=number,
        chat_id=-100,
        message_id=40 + number,
        media_group_id=None,
        person_id=7,
        file_id=f"file{number}",
        file_unique_id=f"unique{number}",
        sent_at=NOON,
        activity_id=3,
        state=state,
        tries=0,
        due_at=NOON,
        path=None,
        sha256=None,
        fault=None,
    )


def organisation(number: int, short_name: str) -> Organisation:
    return Organisation(
        id=number,
        position=number,
        name=f"{short_name}党支部",
        short_name=short_name,
        category="community",
    )


TONGLE, UNICOM, DEPOT = (
    organisation(1, "同乐社区"),
    organisation(2, "联通"),
    organisation(3, "粮库"),
)
REGISTER = (TONGLE, UNICOM, DEPOT)


def partner(one: Organisation, state: str = "named", *, is_host: bool = True) -> Partner:
    return Partner(
        id=one.id,
        activity_id=3,
        organisation_id=one.id,
        organisation=one.short_name,
        is_host=is_host,
        state=state,
    )
