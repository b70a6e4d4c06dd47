"""courses: lessons in order, a quiz at the end, and how far people are"""

import sqlalchemy as sa
from alembic import op


revision = "0024"
down_revision = "0023"

NOTE = "INSERT INTO unindexed (kind, subject_id)"
CHANGED = {"courses": ("title", "state"), "lessons": ("title", "text", "retired_at")}
"""What `/find` knows of a course, by table."""
SUBJECTS = {"courses": "id", "lessons": "course_id"}


def upgrade() -> None:
    op.create_table(
        "courses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="draft", nullable=False),
        sa.Column("share", sa.Integer(), server_default=sa.text("60"), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("published_by", sa.Integer()),
        sa.Column("published_at", sa.Text()),
        sa.Column("retired_by", sa.Integer()),
        sa.Column("retired_at", sa.Text()),
        sa.ForeignKeyConstraint(
            ["written_by"], ["people.id"], name=op.f("fk_courses_written_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courses")),
        sqlite_strict=True,
    )
    op.create_table(
        "completions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_completions_course_id_courses")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_completions_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_completions")),
        sa.UniqueConstraint(
            "person_id", "course_id", name=op.f("uq_completions_person_id_course_id")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_completions_course_id"), "completions", ["course_id"])
    op.create_table(
        "course_reminders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_course_reminders_course_id_courses")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_course_reminders_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_reminders")),
        sa.UniqueConstraint(
            "person_id", "course_id", name=op.f("uq_course_reminders_person_id_course_id")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "lessons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("retired_by", sa.Integer()),
        sa.Column("retired_at", sa.Text()),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_lessons_course_id_courses")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["people.id"], name=op.f("fk_lessons_written_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lessons")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_lessons_course_id"), "lessons", ["course_id"])
    op.create_table(
        "quiz_questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), server_default="", nullable=False),
        sa.Column("right", sa.Integer()),
        sa.Column("explanation", sa.Text(), server_default="", nullable=False),
        sa.Column("replaces", sa.Integer()),
        sa.Column("written_by", sa.Integer(), nullable=False),
        sa.Column("written_at", sa.Text(), nullable=False),
        sa.Column("retired_by", sa.Integer()),
        sa.Column("retired_at", sa.Text()),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_quiz_questions_course_id_courses")
        ),
        sa.ForeignKeyConstraint(
            ["written_by"], ["people.id"], name=op.f("fk_quiz_questions_written_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_questions")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_quiz_questions_course_id"), "quiz_questions", ["course_id"])
    op.create_table(
        "sittings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("course_id", sa.Integer(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.Text()),
        sa.Column("is_passed", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_sittings_course_id_courses")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_sittings_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sittings")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_sittings_course_id"), "sittings", ["course_id"])
    op.create_index(op.f("ix_sittings_person_id_course_id"), "sittings", ["person_id", "course_id"])
    op.create_table(
        "course_writings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("course_id", sa.Integer()),
        sa.Column("lesson_id", sa.Integer()),
        sa.Column("question_id", sa.Integer()),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_course_writings_course_id_courses")
        ),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lessons.id"], name=op.f("fk_course_writings_lesson_id_lessons")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_course_writings_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["quiz_questions.id"],
            name=op.f("fk_course_writings_question_id_quiz_questions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_writings")),
        sa.UniqueConstraint("person_id", name=op.f("uq_course_writings_person_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "lesson_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("sent_by", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lessons.id"], name=op.f("fk_lesson_files_lesson_id_lessons")
        ),
        sa.ForeignKeyConstraint(
            ["sent_by"], ["people.id"], name=op.f("fk_lesson_files_sent_by_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_files")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_lesson_files_lesson_id"), "lesson_files", ["lesson_id"])
    op.create_table(
        "quiz_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sitting_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chosen", sa.Integer()),
        sa.Column("is_right", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("answered_at", sa.Text()),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["quiz_questions.id"],
            name=op.f("fk_quiz_items_question_id_quiz_questions"),
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sittings.id"], name=op.f("fk_quiz_items_sitting_id_sittings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_items")),
        sa.UniqueConstraint("sitting_id", "place", name=op.f("uq_quiz_items_sitting_id_place")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_quiz_items_question_id"), "quiz_items", ["question_id"])
    op.create_table(
        "studies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("lesson_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lessons.id"], name=op.f("fk_studies_lesson_id_lessons")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_studies_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_studies")),
        sa.UniqueConstraint("person_id", "lesson_id", name=op.f("uq_studies_person_id_lesson_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_studies_lesson_id"), "studies", ["lesson_id"])
    for table in SUBJECTS:
        _noticed(table)


def _noticed(table: str) -> None:
    """What `/find` knows of a course is taken in anew when it changed."""
    subject, columns = SUBJECTS[table], CHANGED[table]
    differs = " OR ".join(f"old.{one} IS NOT new.{one}" for one in columns)
    _note(table, "INSERT", f"new.{subject}")
    _note(table, f"UPDATE OF {', '.join(columns)}", f"new.{subject}", f"WHEN {differs}")
    _note(table, "DELETE", f"old.{subject}")


def _note(table: str, event: str, subject: str, when: str = "") -> None:
    name = f"{table}_found_by_{event.partition(' ')[0].lower()}"
    known = f"SELECT 1 FROM unindexed WHERE kind = 'course' AND subject_id = {subject}"  # noqa: S608
    op.execute(
        f"CREATE TRIGGER {name} AFTER {event} ON {table} {when}"
        f" BEGIN {NOTE} SELECT 'course', {subject} WHERE NOT EXISTS ({known}); END"
    )
