"""What the register says of an organisation, as values."""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime

from storage.values import Value

CATEGORIES = ("street", "community", "enterprise", "social", "stationed")
"""As in the alliance's register: 街道, 社区, 非公企业, 社会组织, 驻区单位."""

FORMER_CHARACTERS = 1000


class Entry(Value):
    """What the alliance's register says of one organisation; `category` is one of `CATEGORIES`.

    What was not given when it was made is not meant to change (`model_fields_set`).
    """

    name: str
    short_name: str
    category: str
    community: str = ""
    address: str = ""
    notes: str = ""
    former_names: str = ""
    """A line for each."""
    latitude: float | None = None
    """In degrees, WGS 84 as Telegram has it; there are both or none."""
    longitude: float | None = None
    phone: str = ""
    hours: str = ""
    offers: str = ""
    needs: str = ""

    @property
    def once_called(self) -> tuple[str, ...]:
        """The names that it had before."""
        return tuple(line for line in self.former_names.split("\n") if line)


class Partner(Value):
    """With whom a line of a register's file pairs its organisation, as it was written."""

    whole: str
    """Perhaps a name that ends like a day."""
    name: str
    since: date | None = None
    """None when nobody knows the day."""


class Row(Entry):
    """A line of a register's file."""

    line: int
    pairs: tuple[Partner, ...] = ()
    """With whom it is paired, all of them; not given where the file has no such column."""

    @property
    def speaks(self) -> bool:
        """True when it says with whom it is paired, be it nobody."""
        return "pairs" in self.model_fields_set


class Organisation(Entry):
    """A member of the alliance, or one that was."""

    id: int
    position: int
    retired_at: datetime | None = None
    """Since when it is no member any more; its history stays."""


def folded(name: str) -> str:
    """A name as people mean it: without spaces, full-width forms and capitals."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def named(organisations: Iterable[Organisation], words: str) -> tuple[Organisation, ...]:
    """Those that have the words in a name of theirs, also a former one; a whole name stands alone.

    Names that they bear now go before those that they bore.
    """
    wanted = folded(words)
    if not wanted:
        return ()
    every = tuple(organisations)
    for names_of in (_names, _former_names):
        names = [(one, names_of(one)) for one in every]
        whole = tuple(one for one, theirs in names if wanted in theirs)
        some = tuple(one for one, theirs in names if any(wanted in name for name in theirs))
        if whole or some:
            return whole or some
    return ()


def _names(one: Organisation) -> tuple[str, ...]:
    return folded(one.name), folded(one.short_name)


def _former_names(one: Organisation) -> tuple[str, ...]:
    return tuple(map(folded, one.once_called))


def renamed(former_names: str, old: str, new: str) -> str:
    """The former names once `old` has become `new`: a name that is borne again is no former one.

    In a file ; stands between them, so none has one in it.
    """
    names = [name for name in former_names.split("\n") if name and name not in {old, new}]
    names.append(old.replace(";", ",").replace("；", "，"))
    while len("\n".join(names)) > FORMER_CHARACTERS:
        names.pop(0)
    return "\n".join(names)
