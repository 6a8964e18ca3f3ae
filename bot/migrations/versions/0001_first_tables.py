"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql import sqltypes

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forwards."""
    op.create_table(
        "access",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("who", sqltypes.AutoString(), nullable=False),
        sa.Column("what", sqltypes.AutoString(), nullable=False),
        sa.Column("subject_id", sqltypes.AutoString(), nullable=False),
        sa.Column("at", sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("access", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_access_subject_id"), ["subject_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_access_who"), ["who"], unique=False)

    op.create_table(
        "counter",
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("label", sqltypes.AutoString(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "label", "day"),
    )
    op.create_table(
        "fact",
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("value", sqltypes.AutoString(), nullable=False),
        sa.Column("at_real", sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "lease",
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("holder", sqltypes.AutoString(), nullable=False),
        sa.Column("until_real", sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "ratewindow",
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "window"),
    )
    op.create_table(
        "senderstate",
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("next_slot_real", sqltypes.UTCDateTime(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("open_until_real", sqltypes.UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "suppression",
        sa.Column("value_index", sqltypes.AutoString(), nullable=False),
        sa.Column("since", sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("value_index"),
    )
    op.create_table(
        "team",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("service", sqltypes.AutoString(), nullable=False),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("danger_plan", sa.JSON(), nullable=False),
        sa.Column("lead_id", sqltypes.AutoString(), nullable=True),
        sa.Column("may_hold_justice", sa.Boolean(), nullable=False),
        sa.Column("call_number_end", sqltypes.AutoString(), nullable=False),
        sa.Column("retention_months", sa.Integer(), nullable=False),
        sa.Column("starts_paused", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "territory",
        sa.Column("code", sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("zone", sqltypes.AutoString(), nullable=False),
        sa.Column("holidays", sqltypes.AutoString(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "aiguilleur",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("team_id", sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("email_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("email_index", sqltypes.AutoString(), nullable=False),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("password_hash", sqltypes.AutoString(), nullable=True),
        sa.Column("totp_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("max_new_per_day", sa.Integer(), nullable=False),
        sa.Column("session_epoch", sa.Integer(), nullable=False),
        sa.Column("hidden_shortcuts", sa.Boolean(), nullable=False),
        sa.Column("created_at", sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["team.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email_index"),
    )
    with op.batch_alter_table("aiguilleur", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aiguilleur_team_id"), ["team_id"], unique=False)

    op.create_table(
        "organisation",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("kind", sqltypes.AutoString(), nullable=False),
        sa.Column("territory_code", sqltypes.AutoString(), nullable=True),
        sa.Column("retention_months", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_code"],
            ["territory.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organisation_name"), ["name"], unique=False)

    op.create_table(
        "structure",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("siret", sqltypes.AutoString(), nullable=True),
        sa.Column("commune", sqltypes.AutoString(), nullable=True),
        sa.Column("territory_code", sqltypes.AutoString(), nullable=True),
        sa.Column("mailbox_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("person_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("person_since", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("partner", sa.Boolean(), nullable=False),
        sa.Column("source", sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_code"],
            ["territory.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("structure", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_structure_territory_code"), ["territory_code"], unique=False
        )

    op.create_table(
        "teamterritory",
        sa.Column("team_id", sqltypes.AutoString(), nullable=False),
        sa.Column("territory_code", sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["team.id"],
        ),
        sa.ForeignKeyConstraint(
            ["territory_code"],
            ["territory.code"],
        ),
        sa.PrimaryKeyConstraint("team_id", "territory_code"),
    )
    op.create_table(
        "youth",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("team_id", sqltypes.AutoString(), nullable=False),
        sa.Column("data_key", sa.LargeBinary(), nullable=True),
        sa.Column("first_name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("language", sqltypes.AutoString(), nullable=False),
        sa.Column("tone", sqltypes.AutoString(), nullable=False),
        sa.Column("commune", sqltypes.AutoString(), nullable=True),
        sa.Column("territory_code", sqltypes.AutoString(), nullable=True),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("recognised_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("recognised_by", sqltypes.AutoString(), nullable=True),
        sa.Column("prefers_voice", sa.Boolean(), nullable=False),
        sa.Column("news_agreed_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("opted_out_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("deceased_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("erased_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("paused_until", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("last_contact_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("created_at", sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["team.id"],
        ),
        sa.ForeignKeyConstraint(
            ["territory_code"],
            ["territory.code"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("youth", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_youth_team_id"), ["team_id"], unique=False)

    op.create_table(
        "absence",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("aiguilleur_id", sqltypes.AutoString(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("substitute_id", sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aiguilleur_id"],
            ["aiguilleur.id"],
        ),
        sa.ForeignKeyConstraint(
            ["substitute_id"],
            ["aiguilleur.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_absence_aiguilleur_id"), ["aiguilleur_id"], unique=False
        )

    op.create_table(
        "address",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("youth_id", sqltypes.AutoString(), nullable=True),
        sa.Column("owner", sqltypes.AutoString(), nullable=False),
        sa.Column("owner_id", sqltypes.AutoString(), nullable=True),
        sa.Column("channel", sqltypes.AutoString(), nullable=False),
        sa.Column("value_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("value_index", sqltypes.AutoString(), nullable=False),
        sa.Column("state", sqltypes.AutoString(), nullable=False),
        sa.Column("textable", sa.Boolean(), nullable=False),
        sa.Column("whatsapp_agreed_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("no_whatsapp_until", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("last_inbound_channel", sqltypes.AutoString(), nullable=True),
        sa.Column("last_inbound_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("given_to_us_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("retired_at", sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["youth_id"],
            ["youth.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_address_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_address_value_index"), ["value_index"], unique=False)
        batch_op.create_index(batch_op.f("ix_address_youth_id"), ["youth_id"], unique=False)
        batch_op.create_index(
            "one_live_address",
            ["channel", "value_index"],
            unique=True,
            sqlite_where=sa.text("retired_at IS NULL"),
            postgresql_where=sa.text("retired_at IS NULL"),
        )

    op.create_table(
        "conversation",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("youth_id", sqltypes.AutoString(), nullable=False),
        sa.Column("team_id", sqltypes.AutoString(), nullable=False),
        sa.Column("owner_id", sqltypes.AutoString(), nullable=True),
        sa.Column("speaker", sqltypes.AutoString(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("question", sqltypes.AutoString(), nullable=True),
        sa.Column("question_flow_id", sqltypes.AutoString(), nullable=True),
        sa.Column("misunderstood", sa.Integer(), nullable=False),
        sa.Column("resume_step", sqltypes.AutoString(), nullable=True),
        sa.Column("outcome", sqltypes.AutoString(), nullable=True),
        sa.Column("closed_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("last_inbound_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("last_outbound_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("turn_failures", sa.Integer(), nullable=False),
        sa.Column("opened_at", sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["aiguilleur.id"],
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["team.id"],
        ),
        sa.ForeignKeyConstraint(
            ["youth_id"],
            ["youth.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.create_index("conversation_of_team", ["team_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conversation_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conversation_team_id"), ["team_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_conversation_youth_id"), ["youth_id"], unique=False)

    op.create_table(
        "prescriber",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("organisation_id", sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("email_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("email_index", sqltypes.AutoString(), nullable=False),
        sa.Column("key_digest", sqltypes.AutoString(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("onboarded_at", sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email_index"),
        sa.UniqueConstraint("key_digest"),
    )
    with op.batch_alter_table("prescriber", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_prescriber_organisation_id"), ["organisation_id"], unique=False
        )

    op.create_table(
        "service",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("structure_id", sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqltypes.AutoString(), nullable=False),
        sa.Column("description", sqltypes.AutoString(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("audiences", sa.JSON(), nullable=False),
        sa.Column("zone", sa.JSON(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("source", sqltypes.AutoString(), nullable=False),
        sa.ForeignKeyConstraint(
            ["structure_id"],
            ["structure.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("service", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_service_structure_id"), ["structure_id"], unique=False)

    op.create_table(
        "signinlink",
        sa.Column("digest", sqltypes.AutoString(), nullable=False),
        sa.Column("aiguilleur_id", sqltypes.AutoString(), nullable=False),
        sa.Column("expires_real", sqltypes.UTCDateTime(), nullable=False),
        sa.Column("used_real", sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["aiguilleur_id"],
            ["aiguilleur.id"],
        ),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "diagnosis",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=False),
        sa.Column("aiguilleur_id", sqltypes.AutoString(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("brakes", sa.JSON(), nullable=False),
        sa.Column("levers", sa.JSON(), nullable=False),
        sa.Column("excerpts", sa.JSON(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aiguilleur_id"],
            ["aiguilleur.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("diagnosis", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_diagnosis_conversation_id"), ["conversation_id"], unique=False
        )

    op.create_table(
        "draft",
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=False),
        sa.Column("aiguilleur_id", sqltypes.AutoString(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aiguilleur_id"],
            ["aiguilleur.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.PrimaryKeyConstraint("conversation_id", "aiguilleur_id"),
    )
    op.create_table(
        "flow",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=False),
        sa.Column("kind", sqltypes.AutoString(), nullable=False),
        sa.Column("subject_id", sqltypes.AutoString(), nullable=False),
        sa.Column("state", sqltypes.AutoString(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("resume", sqltypes.AutoString(), nullable=True),
        sa.Column("memory", sa.JSON(), nullable=False),
        sa.Column("broken", sqltypes.AutoString(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("conversation_id", "kind", "subject_id"),
    )
    with op.batch_alter_table("flow", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_flow_conversation_id"), ["conversation_id"], unique=False
        )

    op.create_table(
        "journal",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=True),
        sa.Column("flow_id", sqltypes.AutoString(), nullable=True),
        sa.Column("at", sqltypes.UTCDateTime(), nullable=False),
        sa.Column("who", sqltypes.AutoString(), nullable=False),
        sa.Column("code", sqltypes.AutoString(), nullable=False),
        sa.Column("before", sqltypes.AutoString(), nullable=True),
        sa.Column("after", sqltypes.AutoString(), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_journal_conversation_id"), ["conversation_id"], unique=False
        )

    op.create_table(
        "note",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=False),
        sa.Column("aiguilleur_id", sqltypes.AutoString(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("at", sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aiguilleur_id"],
            ["aiguilleur.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_note_conversation_id"), ["conversation_id"], unique=False
        )

    op.create_table(
        "referral",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("youth_id", sqltypes.AutoString(), nullable=True),
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=True),
        sa.Column("prescriber_id", sqltypes.AutoString(), nullable=False),
        sa.Column("organisation_id", sqltypes.AutoString(), nullable=False),
        sa.Column("status", sqltypes.AutoString(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("informed", sa.Boolean(), nullable=False),
        sa.Column("duplicate", sa.Boolean(), nullable=False),
        sa.Column("origin", sqltypes.AutoString(), nullable=False),
        sa.Column("say_from_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("details_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("best_time", sqltypes.AutoString(), nullable=True),
        sa.Column("reference_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("support_ends_on", sqltypes.AutoString(), nullable=True),
        sa.Column("card_code", sqltypes.AutoString(), nullable=True),
        sa.Column("tracking_digest", sqltypes.AutoString(), nullable=False),
        sa.Column("token_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("first_attempt_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("idempotency_digest", sqltypes.AutoString(), nullable=True),
        sa.Column("body_digest", sqltypes.AutoString(), nullable=True),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("seconds_taken", sa.Integer(), nullable=True),
        sa.Column("created_at", sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["prescriber_id"],
            ["prescriber.id"],
        ),
        sa.ForeignKeyConstraint(
            ["youth_id"],
            ["youth.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("card_code"),
        sa.UniqueConstraint("prescriber_id", "idempotency_digest"),
        sa.UniqueConstraint("tracking_digest"),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_referral_conversation_id"), ["conversation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_referral_created_at"), ["created_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_referral_organisation_id"), ["organisation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_referral_prescriber_id"), ["prescriber_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_referral_youth_id"), ["youth_id"], unique=False)

    op.create_table(
        "relay",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=False),
        sa.Column("youth_id", sqltypes.AutoString(), nullable=False),
        sa.Column("team_id", sqltypes.AutoString(), nullable=False),
        sa.Column("service_id", sqltypes.AutoString(), nullable=False),
        sa.Column("structure_id", sqltypes.AutoString(), nullable=False),
        sa.Column("proposed_by", sqltypes.AutoString(), nullable=False),
        sa.Column("status", sqltypes.AutoString(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("packet_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("consent_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("consent_by", sqltypes.AutoString(), nullable=True),
        sa.Column("consent_words_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("withdrawn_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("sent_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("met_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("appointment_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("refusal", sqltypes.AutoString(), nullable=True),
        sa.Column("youth_says", sa.JSON(), nullable=False),
        sa.Column("structure_says", sa.JSON(), nullable=False),
        sa.Column("authority", sqltypes.AutoString(), nullable=True),
        sa.Column("token_digest", sqltypes.AutoString(), nullable=True),
        sa.Column("token_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"],
            ["aiguilleur.id"],
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"],
            ["structure.id"],
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["team.id"],
        ),
        sa.ForeignKeyConstraint(
            ["youth_id"],
            ["youth.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_digest"),
    )
    with op.batch_alter_table("relay", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_relay_conversation_id"), ["conversation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_relay_service_id"), ["service_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_relay_structure_id"), ["structure_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_relay_team_id"), ["team_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_relay_youth_id"), ["youth_id"], unique=False)

    op.create_table(
        "handover",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=True),
        sa.Column("team_id", sqltypes.AutoString(), nullable=False),
        sa.Column("flow_id", sqltypes.AutoString(), nullable=True),
        sa.Column("owner_id", sqltypes.AutoString(), nullable=True),
        sa.Column("kind", sqltypes.AutoString(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column("due", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("deferred_until", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("opened_at", sqltypes.UTCDateTime(), nullable=False),
        sa.Column("taken_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("answered_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("closed_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("outcome", sqltypes.AutoString(), nullable=True),
        sa.Column("closed_by", sqltypes.AutoString(), nullable=True),
        sa.Column("alerts", sa.Integer(), nullable=False),
        sa.Column("next_alert_at", sqltypes.UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["flow_id"],
            ["flow.id"],
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["aiguilleur.id"],
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["team.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("handover", schema=None) as batch_op:
        batch_op.create_index(
            "handover_open",
            ["team_id", "priority", "due"],
            unique=False,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )
        batch_op.create_index(
            batch_op.f("ix_handover_conversation_id"), ["conversation_id"], unique=False
        )

    op.create_table(
        "message",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=True),
        sa.Column("team_id", sqltypes.AutoString(), nullable=False),
        sa.Column("youth_id", sqltypes.AutoString(), nullable=True),
        sa.Column("address_id", sqltypes.AutoString(), nullable=True),
        sa.Column("flow_id", sqltypes.AutoString(), nullable=True),
        sa.Column("direction", sqltypes.AutoString(), nullable=False),
        sa.Column("author", sqltypes.AutoString(), nullable=False),
        sa.Column("author_id", sqltypes.AutoString(), nullable=True),
        sa.Column("reason", sqltypes.AutoString(), nullable=False),
        sa.Column("kind", sqltypes.AutoString(), nullable=False),
        sa.Column("recipient", sqltypes.AutoString(), nullable=False),
        sa.Column("channel", sqltypes.AutoString(), nullable=False),
        sa.Column("sender", sqltypes.AutoString(), nullable=True),
        sa.Column("provider", sqltypes.AutoString(), nullable=True),
        sa.Column("provider_id", sqltypes.AutoString(), nullable=True),
        sa.Column("key", sqltypes.AutoString(), nullable=True),
        sa.Column("variant", sa.Integer(), nullable=False),
        sa.Column("question", sqltypes.AutoString(), nullable=True),
        sa.Column("language", sqltypes.AutoString(), nullable=True),
        sa.Column("fallback", sa.Boolean(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("subject_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("ways_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("encoding", sqltypes.AutoString(), nullable=True),
        sa.Column("segments", sa.Integer(), nullable=False),
        sa.Column("price", sa.Float(), nullable=True),
        sa.Column("state", sqltypes.AutoString(), nullable=False),
        sa.Column("delivery", sa.Integer(), nullable=True),
        sa.Column("error_code", sa.Integer(), nullable=True),
        sa.Column("why", sqltypes.AutoString(), nullable=True),
        sa.Column("late", sqltypes.AutoString(), nullable=False),
        sa.Column("decided_epoch", sa.Integer(), nullable=False),
        sa.Column("flow_epoch", sa.Integer(), nullable=False),
        sa.Column("answers_id", sqltypes.AutoString(), nullable=True),
        sa.Column("not_before", sqltypes.UTCDateTime(), nullable=False),
        sa.Column("retry_real", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("holder", sqltypes.AutoString(), nullable=True),
        sa.Column("claimed_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("claimed_real", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("looked_up", sa.Integer(), nullable=False),
        sa.Column("next_look_real", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("created_at", sqltypes.UTCDateTime(), nullable=False),
        sa.Column("created_real", sqltypes.UTCDateTime(), nullable=False),
        sa.Column("sent_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("arrived_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("read_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("handled_at", sqltypes.UTCDateTime(), nullable=True),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("safety", sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint(
            "(direction = 'in' AND state IN ('received','handled','parked')) OR "
            "(direction = 'out' AND state IN ('queued','sending','uncertain','held','accepted',"
            "'refused','cancelled','failed'))",
            name="one_of_our_states",
        ),
        sa.CheckConstraint(
            "direction = 'in' OR (author <> '' AND reason <> '')", name="author_and_reason"
        ),
        sa.ForeignKeyConstraint(
            ["address_id"],
            ["address.id"],
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["flow_id"],
            ["flow.id"],
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["team.id"],
        ),
        sa.ForeignKeyConstraint(
            ["youth_id"],
            ["youth.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("provider", "provider_id"),
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_message_address_id"), ["address_id"], unique=False)
        batch_op.create_index("message_story", ["conversation_id", "id"], unique=False)
        batch_op.create_index("message_waiting", ["state", "not_before"], unique=False)

    op.create_table(
        "timer",
        sa.Column("id", sqltypes.AutoString(), nullable=False),
        sa.Column("conversation_id", sqltypes.AutoString(), nullable=False),
        sa.Column("flow_id", sqltypes.AutoString(), nullable=False),
        sa.Column("kind", sqltypes.AutoString(), nullable=False),
        sa.Column("due", sqltypes.UTCDateTime(), nullable=False),
        sa.Column("late", sqltypes.AutoString(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("state", sqltypes.AutoString(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversation.id"],
        ),
        sa.ForeignKeyConstraint(
            ["flow_id"],
            ["flow.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("timer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_timer_conversation_id"), ["conversation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_timer_flow_id"), ["flow_id"], unique=False)
        batch_op.create_index(
            "timer_due",
            ["due"],
            unique=False,
            sqlite_where=sa.text("state = 'set'"),
            postgresql_where=sa.text("state = 'set'"),
        )


def downgrade() -> None:
    """Backwards."""
    with op.batch_alter_table("timer", schema=None) as batch_op:
        batch_op.drop_index(
            "timer_due",
            sqlite_where=sa.text("state = 'set'"),
            postgresql_where=sa.text("state = 'set'"),
        )
        batch_op.drop_index(batch_op.f("ix_timer_flow_id"))
        batch_op.drop_index(batch_op.f("ix_timer_conversation_id"))

    op.drop_table("timer")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_index("message_waiting")
        batch_op.drop_index("message_story")
        batch_op.drop_index(batch_op.f("ix_message_address_id"))

    op.drop_table("message")
    with op.batch_alter_table("handover", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handover_conversation_id"))
        batch_op.drop_index(
            "handover_open",
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.drop_table("handover")
    with op.batch_alter_table("relay", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_relay_youth_id"))
        batch_op.drop_index(batch_op.f("ix_relay_team_id"))
        batch_op.drop_index(batch_op.f("ix_relay_structure_id"))
        batch_op.drop_index(batch_op.f("ix_relay_service_id"))
        batch_op.drop_index(batch_op.f("ix_relay_conversation_id"))

    op.drop_table("relay")
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_youth_id"))
        batch_op.drop_index(batch_op.f("ix_referral_prescriber_id"))
        batch_op.drop_index(batch_op.f("ix_referral_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_referral_created_at"))
        batch_op.drop_index(batch_op.f("ix_referral_conversation_id"))

    op.drop_table("referral")
    with op.batch_alter_table("note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_conversation_id"))

    op.drop_table("note")
    with op.batch_alter_table("journal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_conversation_id"))

    op.drop_table("journal")
    with op.batch_alter_table("flow", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_flow_conversation_id"))

    op.drop_table("flow")
    op.drop_table("draft")
    with op.batch_alter_table("diagnosis", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_diagnosis_conversation_id"))

    op.drop_table("diagnosis")
    op.drop_table("signinlink")
    with op.batch_alter_table("service", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_service_structure_id"))

    op.drop_table("service")
    with op.batch_alter_table("prescriber", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_prescriber_organisation_id"))

    op.drop_table("prescriber")
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conversation_youth_id"))
        batch_op.drop_index(batch_op.f("ix_conversation_team_id"))
        batch_op.drop_index(batch_op.f("ix_conversation_owner_id"))
        batch_op.drop_index("conversation_of_team")

    op.drop_table("conversation")
    with op.batch_alter_table("address", schema=None) as batch_op:
        batch_op.drop_index(
            "one_live_address",
            sqlite_where=sa.text("retired_at IS NULL"),
            postgresql_where=sa.text("retired_at IS NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_address_youth_id"))
        batch_op.drop_index(batch_op.f("ix_address_value_index"))
        batch_op.drop_index(batch_op.f("ix_address_owner_id"))

    op.drop_table("address")
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absence_aiguilleur_id"))

    op.drop_table("absence")
    with op.batch_alter_table("youth", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_youth_team_id"))

    op.drop_table("youth")
    op.drop_table("teamterritory")
    with op.batch_alter_table("structure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_structure_territory_code"))

    op.drop_table("structure")
    with op.batch_alter_table("organisation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organisation_name"))

    op.drop_table("organisation")
    with op.batch_alter_table("aiguilleur", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_aiguilleur_team_id"))

    op.drop_table("aiguilleur")
    op.drop_table("territory")
    op.drop_table("team")
    op.drop_table("suppression")
    op.drop_table("senderstate")
    op.drop_table("ratewindow")
    op.drop_table("lease")
    op.drop_table("fact")
    op.drop_table("counter")
    with op.batch_alter_table("access", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_access_who"))
        batch_op.drop_index(batch_op.f("ix_access_subject_id"))

    op.drop_table("access")
