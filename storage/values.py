"""What the storage's values have in common."""

from collections.abc import Iterable
from typing import Any, Self

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Row


class Value(BaseModel):
    """A frozen value of the domain, built from a row by its column names."""

    model_config = ConfigDict(
        frozen=True,
        from_attributes=True,
        extra="ignore",
        hide_input_in_errors=True,  # errors are logged, and what people wrote is not
    )

    @classmethod
    def of(cls, row: Row[Any] | None) -> Self | None:
        """The row as a value; None for none."""
        return None if row is None else cls.model_validate(row)

    @classmethod
    def each(cls, rows: Iterable[Row[Any]]) -> tuple[Self, ...]:
        """The rows as values, in their order."""
        return tuple(cls.model_validate(row) for row in rows)
