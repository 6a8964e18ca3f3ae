"""What she was asked last is read from the texts that left; the conversation keeps no copy."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql import sqltypes

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forwards: the rows of the texts have it all."""
    op.drop_column("conversation", "question_flow_id")
    op.drop_column("conversation", "question")


def downgrade() -> None:
    """Backwards: empty, so that nothing counts as asked until the next question."""
    op.add_column("conversation", sa.Column("question", sqltypes.AutoString(), nullable=True))
    op.add_column(
        "conversation", sa.Column("question_flow_id", sqltypes.AutoString(), nullable=True)
    )
