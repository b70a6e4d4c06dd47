"""announced activities at a time of day, again and again, with places; and who signed up"""

import sqlalchemy as sa
from alembic import op


revision = "0025"
down_revision = "0024"

NOTE = "INSERT INTO unindexed (kind, subject_id)"
FOUND = "title", "place", "about", "organisation_id", "state", "called_off_at"
"""What `/find` knows of an announcement."""
TEXTS = "starts", "ends", "about", "rule", "was", "panel"


def upgrade() -> None:
    _announcements()
    op.create_table(
        "cohosts",
        sa.Column("announcement_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name=op.f("fk_cohosts_announcement_id_announcements"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name=op.f("fk_cohosts_organisation_id_organisations"),
        ),
        sa.PrimaryKeyConstraint("announcement_id", "organisation_id", name=op.f("pk_cohosts")),
        sqlite_strict=True,
    )
    op.create_table(
        "signups",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("announcement_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("companions", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("is_waiting", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("signed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name=op.f("fk_signups_announcement_id_announcements"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_signups_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signups")),
        sa.UniqueConstraint(
            "announcement_id", "person_id", name=op.f("uq_signups_announcement_id_person_id")
        ),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_signups_person_id"), "signups", ["person_id"])
    op.execute(
        "UPDATE deliveries SET kind = 'calendar.card', edit_owed = (state = 'sent'),"
        " revision = revision + 1 WHERE kind = 'activities.announcement'"
    )
    _found()


def _announcements() -> None:
    def add(column: sa.Column[object]) -> None:
        op.add_column("announcements", column)

    add(sa.Column("state", sa.Text(), server_default="announced", nullable=False))
    for name in TEXTS:
        add(sa.Column(name, sa.Text(), server_default="", nullable=False))
    add(sa.Column("holidays", sa.Text(), server_default="stay", nullable=False))
    add(sa.Column("is_meeting", sa.Integer(), server_default=sa.text("0"), nullable=False))
    add(sa.Column("signs_up", sa.Integer(), server_default=sa.text("1"), nullable=False))
    add(sa.Column("sequence", sa.Integer(), server_default=sa.text("0"), nullable=False))
    for name in ("places", "pattern_id"):
        add(sa.Column(name, sa.Integer()))
    for name in ("planned_on", "original_on", "changed_at"):
        add(sa.Column(name, sa.Text()))
    op.create_index(
        "uq_announcements_pattern_id_original_on",
        "announcements",
        ["pattern_id", "original_on"],
        unique=True,
    )


def _found() -> None:
    """What `/find` knows is taken in anew when it changed, and what was announced before too."""
    differs = " OR ".join(f"old.{one} IS NOT new.{one}" for one in FOUND)
    _note("INSERT", "new.id")
    _note(f"UPDATE OF {', '.join(FOUND)}", "new.id", f"WHEN {differs}")
    _note("DELETE", "old.id")
    op.execute(f"{NOTE} SELECT 'announcement', id FROM announcements")  # noqa: S608 - ours
    renamed = "old.name IS NOT new.name OR old.short_name IS NOT new.short_name"
    of_a_name = (
        "SELECT 'announcement', id FROM announcements WHERE organisation_id = new.id"
        " EXCEPT SELECT kind, subject_id FROM unindexed"
    )
    op.execute(
        "CREATE TRIGGER organisations_renamed_announcements AFTER UPDATE OF name, short_name"
        f" ON organisations WHEN {renamed} BEGIN {NOTE} {of_a_name}; END"
    )


def _note(event: str, subject: str, when: str = "") -> None:
    name = f"announcements_found_by_{event.partition(' ')[0].lower()}"
    known = f"SELECT 1 FROM unindexed WHERE kind = 'announcement' AND subject_id = {subject}"  # noqa: S608
    op.execute(
        f"CREATE TRIGGER {name} AFTER {event} ON announcements {when}"
        f" BEGIN {NOTE} SELECT 'announcement', {subject} WHERE NOT EXISTS ({known}); END"
    )
