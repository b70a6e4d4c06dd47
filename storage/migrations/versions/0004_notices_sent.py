"""where notices go and when, what staff keep to write them with, what the alliance prefers"""

import sqlalchemy as sa
from alembic import op


revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _columns()
    _destinations()
    _broadcasts()
    _templates()
    _rosters()
    _calls()
    _turns()
    _topics()
    _preferences()
    _parts()
    _seen_files()
    _reactions()


def _columns() -> None:
    for table, name in (
        ("notices", "goes_private"),
        ("liaisons", "is_deputy"),
        ("invitations", "is_deputy"),
        ("answers", "is_noted"),
        ("changes", "is_noted"),
        ("answers", "is_reaction"),
        ("changes", "is_reaction"),
        ("chats", "counts_reactions"),
    ):
        flag = sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text("0"))
        op.add_column(table, flag)
    for table, name in (("notices", "steps"), ("attachments", "name"), ("changes", "reason")):
        op.add_column(table, sa.Column(name, sa.Text(), nullable=False, server_default=""))
    for name in ("chat_id", "message_id"):
        op.add_column("attachments", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("attachments", sa.Column("media_group_id", sa.Text(), nullable=True))
    album = op.f("ix_attachments_chat_id_media_group_id")
    op.create_index(album, "attachments", ["chat_id", "media_group_id"])
    count = sa.Column("urged", sa.Integer(), nullable=False, server_default=sa.text("0"))
    op.add_column("notices", count)
    op.add_column("reminders", sa.Column("reminded_by", sa.Integer(), nullable=True))
    op.add_column("deliveries", sa.Column("topic_id", sa.Integer(), nullable=True))
    op.drop_index(op.f("ix_deliveries_edit_owed_due_at"), "deliveries")
    waits = "CASE WHEN state = 'pending' OR state = 'sent' AND edit_owed = 1 THEN 1 END"
    op.add_column("deliveries", sa.Column("waits", sa.Integer(), sa.Computed(waits)))
    op.create_index(op.f("ix_deliveries_waits_due_at"), "deliveries", ["waits", "due_at"])


def _destinations() -> None:
    op.create_table(
        "destinations",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("trouble", sa.Text(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.id"],
            name=op.f("fk_destinations_chat_id_chats"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_destinations_notice_id_notices")
        ),
        sa.PrimaryKeyConstraint("notice_id", "chat_id", "topic_id", name=op.f("pk_destinations")),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO destinations (notice_id, chat_id)"
        " SELECT id, chat_id FROM notices WHERE number IS NOT NULL AND chat_id IS NOT NULL"
    )


def _broadcasts() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_broadcasts_notice_id_notices")
        ),
        sa.PrimaryKeyConstraint("notice_id", name=op.f("pk_broadcasts")),
        sqlite_strict=True,
    )


def _templates() -> None:
    op.create_table(
        "templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False, server_default=""),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("weight", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by"], ["people.id"], name=op.f("fk_templates_made_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_templates")),
        sa.UniqueConstraint("name", name=op.f("uq_templates_name")),
        sqlite_strict=True,
    )


def _rosters() -> None:
    op.create_table(
        "rosters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_rosters_made_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rosters")),
        sa.UniqueConstraint("name", name=op.f("uq_rosters_name")),
        sqlite_strict=True,
    )


def _calls() -> None:
    op.create_table(
        "calls",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=False),
        sa.Column("given_back_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_calls_organisation_id_organisations"),
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_calls_notice_id_notices")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_calls_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_calls_notice_id_organisation_id"), "calls", ["notice_id", "organisation_id"]
    )


def _turns() -> None:
    op.create_table(
        "turns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("turned_at", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_turns_notice_id_notices")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turns")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_turns_notice_id"), "turns", ["notice_id"])


def _topics() -> None:
    op.create_table(
        "topics",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_open", sa.Integer(), nullable=False, server_default=sa.text("1")),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_topics_chat_id_chats"), onupdate="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "topic_id", name=op.f("pk_topics")),
        sqlite_strict=True,
    )


def _preferences() -> None:
    op.create_table(
        "preferences",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_preferences")),
        sqlite_strict=True,
    )


def _parts() -> None:
    op.create_table(
        "parts",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delivery_id"], ["deliveries.id"], name=op.f("fk_parts_delivery_id_deliveries")
        ),
        sa.PrimaryKeyConstraint("delivery_id", "message_id", name=op.f("pk_parts")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_parts_message_id"), "parts", ["message_id"])


def _seen_files() -> None:
    op.create_table(
        "seen_files",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("media_group_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False, server_default=""),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_seen_files")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_seen_files_chat_id_media_group_id"), "seen_files", ["chat_id", "media_group_id"]
    )
    op.create_index(op.f("ix_seen_files_seen_at"), "seen_files", ["seen_at"])


def _reactions() -> None:
    op.create_table(
        "reactions",
        sa.Column("chat_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("notice_id", sa.Integer(), nullable=False),
        sa.Column("reacted_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_reactions_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notices.id"], name=op.f("fk_reactions_notice_id_notices")
        ),
        sa.PrimaryKeyConstraint("chat_id", "message_id", "person_id", name=op.f("pk_reactions")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_reactions_notice_id_person_id"), "reactions", ["notice_id", "person_id"]
    )
