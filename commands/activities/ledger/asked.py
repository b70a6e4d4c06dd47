"""Which ledger, in which form: as it is kept with the order, and as a button bears it."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from storage.activity_lists import Wanted

BOOK, PHOTOS, TABLE, JSON = "book", "photos", "table", "json"
FORMS = (BOOK, PHOTOS, TABLE, JSON)
"""In the order in which buttons offer them, and bear them as numbers."""


class Asked(BaseModel):
    """Whose activities, of which days, as what."""

    model_config = ConfigDict(frozen=True)

    form: str = BOOK
    organisation_id: int | None = None
    first: date | None = None
    last: date | None = None

    @property
    def wanted(self) -> Wanted:
        return Wanted(organisation_id=self.organisation_id, first=self.first, last=self.last)
