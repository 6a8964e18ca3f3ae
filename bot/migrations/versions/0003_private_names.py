"""The names of relatives, and of a youth who refers herself, are sealed under the youth's key."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op

from bot.crypto import Vault

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

IN_CLEAR = """
SELECT prescriber.id, prescriber.name FROM prescriber
JOIN organisation ON organisation.id = prescriber.organisation_id
WHERE organisation.kind IN ('PROCHE', 'JEUNE') AND prescriber.name <> ''
"""
THEIR_REFERRALS = """
SELECT referral.id, youth.data_key FROM referral JOIN youth ON youth.id = referral.youth_id
WHERE referral.prescriber_id = :who AND youth.data_key IS NOT NULL
"""


def upgrade() -> None:
    """Forwards: what is in clear is sealed in the same transaction, or nothing changes."""
    op.add_column("referral", sa.Column("asked_by_sealed", sa.LargeBinary(), nullable=True))
    connection = op.get_bind()
    for who, name in connection.execute(sa.text(IN_CLEAR)).all():
        _seal(connection, who, name)
    # An organisation that a private person typed could name a family.
    op.execute("UPDATE organisation SET name = 'Particulier' WHERE kind IN ('PROCHE', 'JEUNE')")


def _seal(connection: sa.Connection, who: str, name: str) -> None:
    vault: Vault | None = context.config.attributes.get("vault")
    if vault is None:
        raise RuntimeError("Names are to be sealed: run `flask sas migrate`, which has the keys.")
    keep = sa.text("UPDATE referral SET asked_by_sealed = :sealed WHERE id = :id").bindparams(
        sa.bindparam("sealed", type_=sa.LargeBinary())
    )
    for referral, data_key in connection.execute(sa.text(THEIR_REFERRALS), {"who": who}).all():
        sealed = vault.unwrap(bytes(data_key)).seal(name, f"{referral}.asked_by")
        connection.execute(keep, {"sealed": sealed, "id": referral})
    connection.execute(sa.text("UPDATE prescriber SET name = '' WHERE id = :who"), {"who": who})


def downgrade() -> None:
    """Backwards: the names do not come back in clear."""
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_column("asked_by_sealed")
