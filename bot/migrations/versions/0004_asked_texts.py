"""What she was asked last is read from the texts that left; the conversation keeps no copy.

The two columns stay, empty: a version before this step that runs beside us, or is put back, still
finds them, and takes no old question for the last one.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forwards: the rows of the texts have it all."""
    op.execute("UPDATE conversation SET question = NULL, question_flow_id = NULL")


def downgrade() -> None:
    """Backwards: nothing counts as asked until the next question."""
