"""One or more samples of every fact but TimerDue, for the walk and the random lives."""

from __future__ import annotations

from datetime import timedelta

from tests.flows.play import (
    MONDAY,
    Danger,
    Intent,
    Key,
    Safety,
    Sureness,
    When,
    e,
    read,
)

SOON = MONDAY + timedelta(days=2, hours=5)
SPAN = When(SOON, SOON + timedelta(hours=2))

READINGS = [
    *(read(intent) for intent in Intent),
    *(read(Intent.CHOICE, choices=[number]) for number in (1, 2, 3, 4, 9)),
    read(Intent.YES, plain_yes=True),
    read(Intent.YES, sureness=Sureness.ASK),
    read(Intent.OTHER, sureness=Sureness.HUMAN),
    read(Intent.AVAILABILITY, when=(SPAN,)),
    read(Intent.LATER, when=(SPAN,)),
    read(Intent.MEDIA_ONLY, media=True),
    read(Intent.DISTRESS, safety=Safety.EMERGENCY, danger=Danger.SUICIDE),
    read(Intent.DISTRESS, safety=Safety.CONCERN),
    read(death=True),
    read(away="prison"),
    read(request="erase"),
    read(loop_suspect=True),
    read(Intent.LANGUAGE, language="ar"),
]

EVENTS: list[e.Event] = [
    e.Referred(True),
    e.Referred(False),
    e.Referred(True, known_other_name=True),
    e.StrangerWrote(),
    e.Informed(),
    e.Informed(wrote_first=True),
    e.HumanAvailable(),
    *(e.TextsReceived(reading) for reading in READINGS),
    e.CallMissed(),
    *(e.DangerRead(kind, Safety.EMERGENCY) for kind in Danger),
    e.DangerRead(Danger.OTHER, Safety.CONCERN),
    e.DangerSettled("karim", "spoken"),
    e.SilenceLifted("karim"),
    e.StopRead(),
    e.StopRead(doubtful=True),
    e.StartRead(),
    e.OptOutLifted("karim"),
    e.DeathTold(),
    *(
        e.SendRefused(Key.HELLO, reason)
        for reason in ("speaker", "loop_guard", "dead_address", "legal_basis", "overtaken")
    ),
    e.SendFailed(Key.HELLO, dead=True, code=30006),
    e.SendFailed(Key.HELLO, dead=False, code=30003),
    e.SendFailed(Key.HELLO, dead=False, code=21610, opted_out=True),
    e.SendFailed(Key.DANGER_SUICIDE, dead=True, safety=True),
    e.SendFailed(Key.MAIL_PACKET, dead=True),
    e.Delivered(Key.HELLO),
    e.Delivered(Key.MAIL_PACKET),
    e.LoopSuspected(),
    *(e.HumanSpoke("karim", how) for how in ("take", "text", "call")),
    *(e.CallLogged("karim", outcome) for outcome in e.CallOutcome),
    e.CallLogged("karim", e.CallOutcome.CALL_BACK, SOON),
    e.CallPromised("karim", SOON),
    *(
        e.HandedBack("karim", step)
        for step in ("hello", "ask_slot", "menu", "ladder", "rest", "relay", "resume")
    ),
    e.Transferred("sam"),
    *(e.Closed("karim", outcome) for outcome in e.Outcome),
    e.Recognised("karim"),
    e.SomebodyElse(),
    e.AddressReplaced(),
    e.Paused(MONDAY + timedelta(days=40), "away"),
    e.Erased(),
    e.RelayProposed("karim"),
    e.ConsentGiven("karim"),
    e.ConsentGiven(),
    e.ConsentRefused("karim"),
    e.ConsentWithdrawn("karim"),
    *(e.StructureAnswered(says) for says in e.StructureSays),
    e.StructureAnswered(e.StructureSays.EXPECTED, appointment=SOON),
    e.YouthAnswered(True),
    e.YouthAnswered(False),
    *(e.RelayEnded(how) for how in ("taken_in_charge", "returned", "declined")),
    *(
        e.NewsArose(news)
        for news in (
            "number_good",
            "number_dead",
            "attempted",
            "in_contact",
            "relayed",
            "followed_30",
            "held",
            "closed",
        )
    ),
    e.PrescriberWrote(),
    e.NumberGiven(),
]
