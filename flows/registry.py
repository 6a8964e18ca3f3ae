"""The three flows by kind: what flows.step steps, flows.draw draws and the tests walk."""

from __future__ import annotations

from collections.abc import Mapping

from flows.contact.table import FLOW as CONTACT
from flows.machine import Machine
from flows.prescriber.table import FLOW as PRESCRIBER
from flows.relay.table import FLOW as RELAY
from flows.snapshot import FlowKind
from flows.table import Flow

FLOWS: Mapping[FlowKind, Flow] = {flow.kind: flow for flow in (CONTACT, RELAY, PRESCRIBER)}
MACHINES: Mapping[FlowKind, type[Machine]] = {k: f.pool.machine for k, f in FLOWS.items()}
VERSIONS: Mapping[FlowKind, int] = {k: f.version for k, f in FLOWS.items()}
TIMERS: Mapping[FlowKind, frozenset[str]] = {k: frozenset(f.timers) for k, f in FLOWS.items()}
