"""Whom a notice asks, as a text that a column keeps.

`all` (everybody but the street office), `everybody` (people, each for themselves),
`category:community,social`, `community:兴隆社区` (it and the units paired with it), `some:1,5,7`
(organisations by their ids).
"""

from typing import Self

from sqlalchemy import ColumnElement, false

from storage.organisations import CATEGORIES
from storage.tables import organisations
from storage.values import Value

ALL, EVERYBODY = "all", "everybody"
CATEGORY, COMMUNITY, SOME = "category", "community", "some"
ASKING = "street"
"""The street office asks; it does not answer itself."""


class Audience(Value):
    """A kind, and which ones of it."""

    kind: str
    which: tuple[str, ...] = ()

    @classmethod
    def read(cls, text: str) -> Self:
        """The audience that a column has."""
        kind, _, which = text.partition(":")
        return cls(kind=kind, which=tuple(one for one in which.split(",") if one))

    def __str__(self) -> str:
        return f"{self.kind}:{','.join(self.which)}" if self.which else self.kind

    @property
    def ids(self) -> frozenset[int]:
        """The organisations that were named one by one."""
        return frozenset(map(int, self.which)) if self.kind == SOME else frozenset()

    @property
    def asks(self) -> ColumnElement[bool]:
        """The condition on organisations that are asked."""
        table = organisations.c
        is_member = table.retired_at.is_(None)
        not_us = (table.category != ASKING) & is_member
        conditions = {
            ALL: not_us,
            CATEGORY: table.category.in_(self.which) & not_us,
            COMMUNITY: table.community.in_(self.which) & not_us,
            SOME: table.id.in_(self.ids) & is_member,
        }
        return conditions.get(self.kind, false())

    def with_category(self, category: str) -> "Audience":
        """With this category, or without it if it was among them; none left is all."""
        kept = set(self.which) if self.kind == CATEGORY else set()
        chosen = tuple(one for one in CATEGORIES if one in kept ^ {category})
        return Audience(kind=CATEGORY, which=chosen) if chosen else Audience(kind=ALL)

    def with_organisation(self, organisation_id: int) -> "Audience":
        """With this organisation, or without it if it was among them; none left is all."""
        chosen = sorted(self.ids ^ {organisation_id})
        return Audience(kind=SOME, which=tuple(map(str, chosen))) if chosen else Audience(kind=ALL)
