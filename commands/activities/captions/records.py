"""What may stand in the record of an activity, whoever says it: words, a reply or a button."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from commands.activities.faults import Fault

MOST_PEOPLE = 1_000_000
"""More people than that are a slip of the finger."""
MOST_MONEY = 100_000_000
"""In yuan."""
MOST_MINUTES = 31 * 24 * 60
"""A month of days and nights."""
OLDEST = date(1949, 1, 1)
TITLE_CHARACTERS = 40
PLACE_CHARACTERS = 40
MATERIALS_CHARACTERS = 80

People = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]


class Record(BaseModel):
    """The facts of an activity; None and the empty string: not known."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    held_on: date | None = None
    title: Annotated[str, Field(min_length=1, max_length=TITLE_CHARACTERS)] = "?"
    place: Annotated[str, Field(min_length=2, max_length=PLACE_CHARACTERS)] | None = None
    served: People | None = None
    joined: People | None = None
    minutes: Annotated[int, Field(gt=0, le=MOST_MINUTES)] | None = None
    """Service time."""
    money: Annotated[int, Field(ge=0, le=MOST_MONEY)] | None = None
    """In yuan."""
    materials: Annotated[str, Field(min_length=2, max_length=MATERIALS_CHARACTERS)] | None = None

    @field_validator("held_on")
    @classmethod
    def _has_been(cls, held_on: date | None, info: ValidationInfo) -> date | None:
        today = (info.context or {}).get("today")
        if held_on is not None and held_on < OLDEST:
            raise PydanticCustomError("old", "before the alliance's time")
        if held_on is not None and today is not None and held_on > today:
            raise PydanticCustomError("future", "a report is about the past or today")
        return held_on


FAULTS = {
    ("held_on", "old"): Fault.IMPOSSIBLE_DAY,
    ("held_on", "future"): Fault.FUTURE_DAY,
    ("title", "string_too_short"): Fault.NO_TITLE,
    ("title", "string_too_long"): Fault.TOO_LONG,
    ("place", "string_too_short"): Fault.NO_PLACE,
    ("place", "string_too_long"): Fault.TOO_LONG,
    ("materials", "string_too_short"): Fault.NO_MATERIALS,
    ("materials", "string_too_long"): Fault.TOO_LONG,
    ("served", "greater_than_equal"): Fault.NEGATIVE_NUMBER,
    ("served", "less_than_equal"): Fault.TOO_MANY,
    ("joined", "greater_than_equal"): Fault.NEGATIVE_NUMBER,
    ("joined", "less_than_equal"): Fault.TOO_MANY,
    ("minutes", "greater_than"): Fault.NO_HOURS,
    ("minutes", "less_than_equal"): Fault.TOO_MANY_HOURS,
    ("money", "greater_than_equal"): Fault.NEGATIVE_NUMBER,
    ("money", "less_than_equal"): Fault.TOO_MUCH_MONEY,
}


def fault_of(name: str, value: Any, today: date | None = None) -> Fault | None:  # noqa: ANN401 - any field's
    """Why a value cannot stand in a record; None: it can."""
    try:
        Record.model_validate({name: value}, context={"today": today})
    except ValidationError as error:
        return FAULTS[name, error.errors()[0]["type"]]
    return None
