"""Notices that staff keep under a name, to begin others with."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries, revisions
from storage.database import query, transaction
from storage.notices import DRAFT, Notice, one as notice_where
from storage.tables import notices, people, templates as table
from storage.values import Value

TEMPLATE_NAME = "notices.template_name"
"""The delivery that asks staff under which name a sent notice is kept."""
KEPT = ("form", "options", "places", "audience", "weight")
"""What a template has of a notice, beside its text."""


class Template(Value):
    """A text, perhaps with blanks, and how such a notice asks."""

    id: int
    name: str
    text: str
    form: str
    options: str
    places: int | None
    audience: str
    weight: str
    maker: str

    @property
    def choices(self) -> dict[str, object]:
        """The columns of a draft that begins with it, beside its text."""
        return {name: getattr(self, name) for name in KEPT}


class Kept(Value):
    """What keeping a template came to: the one that has the name now."""

    template: Template
    is_made: bool
    """False: somebody had given the name to another one before, which stays."""


@transaction
async def keep(  # noqa: PLR0913, PLR0917 - what, under which name, by whom, when
    connection: AsyncConnection,
    notice_id: int,
    name: str,
    person_id: int,
    now: datetime,
    shaped: Callable[[Notice], str],
    then: Mapping[str, object],
) -> Kept | None:
    """Keeps a notice under a name with the text that it is shaped to; None: there is none.

    Of a draft, these columns are changed after it.
    """
    notice = await notice_where(connection, notices.c.id == notice_id)
    if notice is None or not notice.text:
        return None
    facts = {one: getattr(notice, one) for one in KEPT} | {"text": shaped(notice)}
    made = insert(table).values(name=name, made_by=person_id, made_at=now, **facts)
    is_new = (await connection.execute(made.on_conflict_do_nothing())).rowcount == 1
    row = (await connection.execute(_templates().where(table.c.name == name))).one()
    kept = Template.model_validate(row)
    is_made = is_new or kept.choices | {"text": kept.text} == facts
    if is_made and notice.state == DRAFT:
        await revisions.change(connection, notice, then)
    return Kept(template=kept, is_made=is_made)


@transaction
async def ask(connection: AsyncConnection, notice_id: int, person_id: int, now: datetime) -> None:
    """Owes staff the question for the name of a sent notice, in private."""
    await deliveries.owe(connection, TEMPLATE_NAME, notice_id, person_id, now)


@transaction
async def forget(connection: AsyncConnection, template_id: int) -> str | None:
    """Deletes one; returns its name, None if that was done before."""
    gone = delete(table).where(table.c.id == template_id).returning(table.c.name)
    name: str | None = (await connection.execute(gone)).scalar_one_or_none()
    return name


@query
async def one(connection: AsyncConnection, template_id: int) -> Template | None:
    """The template with this id."""
    found = _templates().where(table.c.id == template_id)
    return Template.of((await connection.execute(found)).one_or_none())


@query
async def every(connection: AsyncConnection) -> tuple[Template, ...]:
    """All of them, the newest first."""
    return Template.each(await connection.execute(_templates().order_by(table.c.id.desc())))


def _templates() -> Select[tuple[object, ...]]:
    maker = people.c.name.label("maker")
    return select(table, maker).join(people, people.c.id == table.c.made_by)
