"""Figures by team and territory, and the known exits of an organisation."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql import sqltypes

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Where it led; else where its organisation is at home (the rule of bot.referrals.places).
OF_HER = """
UPDATE referral SET
  team_id = (SELECT team_id FROM conversation WHERE conversation.id = referral.conversation_id),
  territory_code = (SELECT territory_code FROM youth WHERE youth.id = referral.youth_id)
"""
OF_ITS_ORGANISATION = """
UPDATE referral SET
  team_id = COALESCE(
    team_id,
    (SELECT served.team_id FROM organisation
     JOIN teamterritory AS served ON served.territory_code = organisation.territory_code
     WHERE organisation.id = referral.organisation_id ORDER BY served.team_id LIMIT 1),
    (SELECT id FROM team ORDER BY id LIMIT 1)),
  territory_code = COALESCE(
    territory_code,
    (SELECT territory_code FROM organisation WHERE organisation.id = referral.organisation_id))
"""


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "knownexits",
        sa.Column("organisation_id", sqltypes.AutoString(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source", sqltypes.AutoString(), nullable=False),
        sa.Column("entered_by", sqltypes.AutoString(), nullable=False),
        sa.Column("entered_at", sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("number >= 0", name="no_negative_exits"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"]),
        sa.PrimaryKeyConstraint("organisation_id", "month"),
    )
    op.add_column("referral", sa.Column("team_id", sqltypes.AutoString(), nullable=True))
    op.add_column("referral", sa.Column("territory_code", sqltypes.AutoString(), nullable=True))
    op.execute(OF_HER)
    op.execute(OF_ITS_ORGANISATION)
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_foreign_key("referral_team_id_fkey", "team", ["team_id"], ["id"])
        batch_op.create_index(batch_op.f("ix_referral_team_id"), ["team_id"], unique=False)


def downgrade() -> None:
    """Backwards."""
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_team_id"))
        batch_op.drop_constraint("referral_team_id_fkey", type_="foreignkey")
        batch_op.drop_column("territory_code")
        batch_op.drop_column("team_id")
    op.drop_table("knownexits")
