"""What each code of the carrier means and what SAS does about it: one table, read by the
outbox when a send is refused and by the status webhook when a text did not arrive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.gateways import ErrorKind, SendError

MINUTE, HOUR, DAY = 60, 3_600, 86_400


class Action(StrEnum):
    """The one thing to do, besides retrying when `retry` is not empty. PERHAPS_ARRIVED: once the
    carrier has accepted the text, nobody can say that it is not on her phone."""

    WAIT = "wait"
    DEAD_ADDRESS = "dead_address"
    DOUBTFUL_ADDRESS = "doubtful_address"
    OPT_OUT = "opt_out"
    HUMAN = "human"
    PERHAPS_ARRIVED = "perhaps_arrived"
    SMS_INSTEAD = "sms_instead"
    TEMPLATE_OR_SMS = "template_or_sms"
    ALERT_OPERATORS = "alert_operators"
    STOP_SENDING = "stop_sending"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class CodeRule:
    """`retry`: seconds to wait before each further try, () for none. `meaning`: English,
    for operators. What a person reads on screen is `in_words`.
    """

    code: int | None
    kind: ErrorKind
    retry: tuple[int, ...]
    action: Action
    meaning: str

    @property
    def permanent(self) -> bool:
        """The same text to the same address will never be accepted."""
        return not self.retry


_BAD = ErrorKind.BAD_NUMBER
_CONFIG = ErrorKind.CONFIG
_CONTENT = ErrorKind.CONTENT
_RATE = ErrorKind.RATE
_TEMPORARY = ErrorKind.TEMPORARY
_RATE_STEPS = (5, 15, 60, 300)

_TABLE: tuple[tuple[int, ErrorKind, tuple[int, ...], Action, str], ...] = (
    (21610, ErrorKind.OPT_OUT, (), Action.OPT_OUT, "she answered STOP to this sender"),
    (63014, ErrorKind.OPT_OUT, (), Action.OPT_OUT, "she blocked our sender on this channel"),
    (63033, ErrorKind.OPT_OUT, (), Action.OPT_OUT, "she blocked us (old code of 63014)"),
    (30004, ErrorKind.BLOCKED, (), Action.HUMAN, "barred by her operator or her plan"),
    (21211, _BAD, (), Action.DEAD_ADDRESS, "not a phone number"),
    (21614, _BAD, (), Action.DEAD_ADDRESS, "a line that takes no text, such as a landline"),
    (21635, _BAD, (), Action.DEAD_ADDRESS, "a landline"),
    (21265, _BAD, (), Action.DEAD_ADDRESS, "a short code, not a person"),
    (30005, _BAD, (), Action.DEAD_ADDRESS, "unknown or no longer attributed"),
    (30006, _BAD, (DAY,), Action.DEAD_ADDRESS, "landline, or operator out of reach"),
    (63003, _BAD, (), Action.SMS_INSTEAD, "the channel knows no such address"),
    (63024, _BAD, (), Action.SMS_INSTEAD, "no usable WhatsApp account behind this number"),
    (30003, _TEMPORARY, (HOUR, DAY), Action.DOUBTFUL_ADDRESS, "phone off or out of coverage"),
    (30001, _TEMPORARY, (MINUTE, 5 * MINUTE, 30 * MINUTE), Action.WAIT, "queue overflow"),
    (30008, _TEMPORARY, (5 * MINUTE, HOUR, DAY), Action.PERHAPS_ARRIVED, "no reason given"),
    (30017, _TEMPORARY, (5 * MINUTE, 30 * MINUTE), Action.WAIT, "her operator is congested"),
    (30410, _TEMPORARY, (5 * MINUTE, 30 * MINUTE), Action.PERHAPS_ARRIVED, "time-out"),
    (63012, _TEMPORARY, (MINUTE, 10 * MINUTE, HOUR), Action.PERHAPS_ARRIVED, "channel breakdown"),
    (20429, _RATE, _RATE_STEPS, Action.WAIT, "too many requests, this one not processed"),
    (14107, _RATE, _RATE_STEPS, Action.WAIT, "sending rate exceeded"),
    (21611, _RATE, _RATE_STEPS, Action.WAIT, "the sender's queue is full"),
    (63018, _RATE, _RATE_STEPS, Action.WAIT, "channel throughput exceeded"),
    (63017, _RATE, _RATE_STEPS, Action.WAIT, "channel rate exceeded"),
    (63119, _RATE, _RATE_STEPS, Action.WAIT, "WhatsApp account rate exceeded"),
    (63038, _RATE, (DAY,), Action.ALERT_OPERATORS, "the account's daily limit is reached"),
    (63016, ErrorKind.WINDOW, (), Action.TEMPLATE_OR_SMS, "the 24 hour window is closed"),
    (63049, ErrorKind.WINDOW, (), Action.SMS_INSTEAD, "WhatsApp held back a marketing template"),
    (63032, ErrorKind.WINDOW, (), Action.SMS_INSTEAD, "WhatsApp limits this user"),
    (30007, _CONTENT, (), Action.ALERT_OPERATORS, "filtered as spam"),
    (30019, _CONTENT, (), Action.ALERT_OPERATORS, "too large for her operator"),
    (21617, _CONTENT, (), Action.ALERT_OPERATORS, "longer than 1600 characters"),
    (63005, _CONTENT, (), Action.ALERT_OPERATORS, "the channel refused the content"),
    (63013, _CONTENT, (), Action.ALERT_OPERATORS, "against the channel's policy"),
    (63021, _CONTENT, (), Action.ALERT_OPERATORS, "content the channel cannot read"),
    (63026, _CONTENT, (), Action.ALERT_OPERATORS, "flagged as spam by the channel"),
    (63019, _CONTENT, (MINUTE,), Action.WAIT, "the media could not be downloaded"),
    (63027, _CONFIG, (), Action.ALERT_OPERATORS, "no template in this language"),
    (63028, _CONFIG, (), Action.ALERT_OPERATORS, "wrong number of template variables"),
    (63030, _CONFIG, (), Action.ALERT_OPERATORS, "a parameter the channel does not take"),
    (63041, _CONFIG, (), Action.TEMPLATE_OR_SMS, "the template is paused"),
    (63001, _CONFIG, (), Action.ALERT_OPERATORS, "the channel does not recognise us"),
    (63007, _CONFIG, (), Action.ALERT_OPERATORS, "our WhatsApp sender is unknown"),
    (63015, _CONFIG, (), Action.ALERT_OPERATORS, "sandbox that she has not joined"),
    (63020, _CONFIG, (), Action.ALERT_OPERATORS, "trouble with the WhatsApp business account"),
    (20003, _CONFIG, (), Action.STOP_SENDING, "our account or token is wrong"),
    (20404, _CONFIG, (), Action.ALERT_OPERATORS, "the carrier knows no such resource"),
    (21408, _CONFIG, (), Action.ALERT_OPERATORS, "this region is not opened for our account"),
    (21606, _CONFIG, (), Action.ALERT_OPERATORS, "our sender cannot text this destination"),
    (21608, _CONFIG, (), Action.ALERT_OPERATORS, "trial account, number not verified"),
    (21612, _CONFIG, (), Action.ALERT_OPERATORS, "no route from our sender to this number"),
    (21703, _CONFIG, (), Action.ALERT_OPERATORS, "messaging service without a sender"),
    (30002, _CONFIG, (), Action.STOP_SENDING, "our account is suspended"),
    (30018, _CONFIG, (), Action.ALERT_OPERATORS, "our sender must be registered"),
    (30024, _CONFIG, (), Action.ALERT_OPERATORS, "our sender is not provisioned"),
    (30034, _CONFIG, (), Action.IGNORE, "a registration of the United States only"),
    (35114, _CONFIG, (), Action.ALERT_OPERATORS, "scheduled outside what is allowed"),
    (11200, ErrorKind.WEBHOOK, (), Action.ALERT_OPERATORS, "our webhook answered an error"),
    (11205, ErrorKind.WEBHOOK, (), Action.ALERT_OPERATORS, "our webhook was out of reach"),
    (12300, ErrorKind.WEBHOOK, (), Action.ALERT_OPERATORS, "our webhook answered a bad type"),
)

CODES: dict[int, CodeRule] = {row[0]: CodeRule(*row) for row in _TABLE}

UNKNOWN = CodeRule(None, ErrorKind.UNKNOWN, (), Action.HUMAN, "a code this table does not know yet")

_WORDS: dict[ErrorKind, tuple[str, str]] = {
    ErrorKind.BAD_NUMBER: (
        "Ce numéro ne reçoit pas de message.",
        "Demander un autre numéro, ou appeler.",
    ),
    ErrorKind.OPT_OUT: (
        "Cette personne a demandé à ne plus recevoir de message.",
        "Ne pas insister. Elle peut revenir en envoyant REPRENDRE.",
    ),
    ErrorKind.BLOCKED: (
        "L'opérateur bloque les messages vers ce numéro.",
        "Appeler, ou proposer un autre moyen.",
    ),
    ErrorKind.WINDOW: (
        "WhatsApp ne laisse plus écrire librement : plus de 24 h sans réponse.",
        "Le message part en modèle validé ou en SMS.",
    ),
    ErrorKind.TEMPLATE: ("Le modèle WhatsApp manque.", "Le message part en SMS."),
    ErrorKind.CONTENT: (
        "Le message a été refusé à cause de son contenu.",
        "Le reformuler, plus court et sans lien.",
    ),
    ErrorKind.RATE: ("Trop de messages à la fois.", "Le message part un peu plus tard."),
    ErrorKind.TEMPORARY: (
        "Le téléphone est éteint ou hors réseau.",
        "Un nouvel essai est prévu. Appeler si c'est pressé.",
    ),
    ErrorKind.OUTAGE: ("L'opérateur ne répond pas.", "Le message part dès son retour."),
    ErrorKind.CONFIG: (
        "Un réglage de l'équipe technique empêche l'envoi.",
        "L'équipe technique est prévenue.",
    ),
    ErrorKind.WEBHOOK: (
        "L'opérateur n'arrive pas à nous joindre.",
        "L'équipe technique est prévenue.",
    ),
    ErrorKind.UNCERTAIN: (
        "On ne sait pas si ce message est parti.",
        "Vérifier avec la personne avant de l'envoyer encore.",
    ),
    ErrorKind.UNKNOWN: ("L'envoi a échoué, sans raison connue.", "Appeler, ou réessayer demain."),
}

_WORDS_BY_CODE: dict[int, tuple[str, str]] = {
    21614: ("Ce numéro est une ligne fixe.", "Appeler au lieu d'écrire."),
    21635: ("Ce numéro est une ligne fixe.", "Appeler au lieu d'écrire."),
    30005: ("Ce numéro n'est plus attribué.", "Demander un autre numéro."),
    63003: ("Pas de compte WhatsApp à ce numéro.", "Le message part en SMS."),
    63024: ("Pas de compte WhatsApp à ce numéro.", "Le message part en SMS."),
}


def rule_for(code: int | None) -> CodeRule:
    """The rule of a code; one we do not know goes to a human and is never retried."""
    return CODES.get(code, UNKNOWN) if code is not None else UNKNOWN


def in_words(kind: ErrorKind, code: int | None = None) -> tuple[str, str]:
    """French, for the inbox: why it did not arrive, and what to do."""
    if code is not None and code in _WORDS_BY_CODE:
        return _WORDS_BY_CODE[code]
    return _WORDS[kind]


def error_for(
    code: int | None, *, status: int | None = None, retry_after: float | None = None
) -> SendError:
    """The SendError of a refusal with this code (HTTP `status`, seconds `retry_after`)."""
    rule = rule_for(code)
    return SendError(
        rule.kind,
        permanent=rule.permanent,
        code=code,
        status=status,
        retry_after=retry_after,
    )
