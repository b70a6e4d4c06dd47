"""micro-wishes: what communities put up, who takes it on, and what both tell each other"""

import sqlalchemy as sa
from alembic import op


revision = "0026"
down_revision = "0025"

NOTE = "INSERT INTO unindexed (kind, subject_id)"
OF_A_NAME = (
    "SELECT 'wish', id FROM wishes WHERE organisation_id = new.id"
    " EXCEPT SELECT kind, subject_id FROM unindexed"
)
"""What bears an organisation's name."""
CHANGED = "organisation_id", "what", "whom", "state"


def upgrade() -> None:
    op.create_table(
        "wishes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("whom", sa.Text(), server_default="", nullable=False),
        sa.Column("amount", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("unit", sa.Text(), server_default="", nullable=False),
        sa.Column("due_on", sa.Text()),
        sa.Column("state", sa.Text(), server_default="draft", nullable=False),
        sa.Column("step", sa.Text(), server_default="", nullable=False),
        sa.Column("put_up_by", sa.Integer(), nullable=False),
        sa.Column("put_up_at", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.Text()),
        sa.Column("settled_by", sa.Integer()),
        sa.Column("photo", sa.Text(), server_default="", nullable=False),
        sa.Column("photo_by", sa.Integer()),
        sa.Column("thanked_at", sa.Text()),
        _leads("wishes", "organisation_id", "organisations"),
        _leads("wishes", "put_up_by", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wishes")),
        sqlite_strict=True,
    )
    _index("wishes", "state", "due_on")
    _index("wishes", "organisation_id")
    _index("wishes", "put_up_by")
    op.create_table(
        "wish_details",
        sa.Column("wish_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        _leads("wish_details", "wish_id", "wishes"),
        sa.PrimaryKeyConstraint("wish_id", name=op.f("pk_wish_details")),
        sqlite_strict=True,
    )
    op.create_table(
        "wish_claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("wish_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer()),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("is_named", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("claimed_at", sa.Text(), nullable=False),
        sa.Column("given_at", sa.Text()),
        sa.Column("received_at", sa.Text()),
        sa.Column("returned_at", sa.Text()),
        sa.Column("returned_by", sa.Integer()),
        _leads("wish_claims", "wish_id", "wishes"),
        _leads("wish_claims", "person_id", "people"),
        _leads("wish_claims", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish_claims")),
        sqlite_strict=True,
    )
    for column in ("wish_id", "person_id", "organisation_id"):
        _index("wish_claims", column)
    op.create_table(
        "wish_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("is_givers", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said_at", sa.Text(), nullable=False),
        _leads("wish_words", "claim_id", "wish_claims"),
        _leads("wish_words", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish_words")),
        sqlite_strict=True,
    )
    _index("wish_words", "claim_id")
    _index("wish_words", "person_id")
    _noticed()


def _leads(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))


def _noticed() -> None:
    """What `/find` knows of a wish is taken in anew when it changed; private details never are."""
    differs = " OR ".join(f"old.{one} IS NOT new.{one}" for one in CHANGED)
    _note("INSERT", "new.id")
    _note(f"UPDATE OF {', '.join(CHANGED)}", "new.id", f"WHEN {differs}")
    _note("DELETE", "old.id")
    renamed = "old.name IS NOT new.name OR old.short_name IS NOT new.short_name"
    op.execute(
        "CREATE TRIGGER organisations_renamed_wishes AFTER UPDATE OF name, short_name"
        f" ON organisations WHEN {renamed} BEGIN {NOTE} {OF_A_NAME}; END"
    )


def _note(event: str, subject: str, when: str = "") -> None:
    name = f"wishes_found_by_{event.partition(' ')[0].lower()}"
    known = f"SELECT 1 FROM unindexed WHERE kind = 'wish' AND subject_id = {subject}"  # noqa: S608
    op.execute(
        f"CREATE TRIGGER {name} AFTER {event} ON wishes {when}"
        f" BEGIN {NOTE} SELECT 'wish', {subject} WHERE NOT EXISTS ({known}); END"
    )
