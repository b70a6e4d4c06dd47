"""how many articles a column has is counted from an index alone"""

from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.drop_index(op.f("ix_articles_column_id_published_at"), "articles")
    op.create_index(
        op.f("ix_articles_column_id_state_published_at"),
        "articles",
        ["column_id", "state", "published_at"],
    )
