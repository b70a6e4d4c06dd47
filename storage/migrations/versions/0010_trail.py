"""the record of changes, whose entries hang together; what there is by now is noted afterwards"""

import sqlalchemy as sa
from alembic import op


revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "trail",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("doer", sa.Text(), nullable=False),
        sa.Column("doer_id", sa.Integer(), nullable=True),
        sa.Column("doer_salt", sa.LargeBinary(), nullable=True),
        sa.Column("doer_digest", sa.LargeBinary(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("notice_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_trail")),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
