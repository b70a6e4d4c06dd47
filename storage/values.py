"""What the storage's values have in common."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value of the domain, built from a row by its column names."""

    model_config = ConfigDict(frozen=True, from_attributes=True, extra="ignore")
