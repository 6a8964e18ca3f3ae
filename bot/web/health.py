"""Operations: is the process alive, is the system ready, and figures without a person in them."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify
from flask.typing import ResponseReturnValue
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from bot import vitals
from bot.web.context import get_runtime
from bot.web.guards import public

health = Blueprint("health", __name__)


@health.get("/health/live")
@public("a load balancer asks whether the process answers")
def live() -> ResponseReturnValue:
    """200 while the process answers; asks nothing of the database."""
    return jsonify(live=True)


@health.get("/health/ready")
@public("a load balancer asks whether work gets done; codes and ages only")
def ready() -> ResponseReturnValue:
    """200 when migrations are current, the database is writable and the clock has passed."""
    found = vitals.read(get_runtime())
    return jsonify(found.as_dict()), 200 if found.ready else 503


@health.get("/metrics")
@public("figures for the monitoring; no label holds a person, a place or an organisation")
def metrics() -> ResponseReturnValue:
    """The same facts, in the words of Prometheus."""
    found = vitals.read(get_runtime())
    registry = CollectorRegistry()
    _gauge(registry, "sas_ready", "1 when ready", float(found.ready))
    for name, seconds in found.ages.items():
        if seconds is not None:
            _gauge(registry, f"sas_{name}_age_seconds", "age of the oldest", seconds)
    waiting = Gauge(
        "sas_messages", "texts not yet settled, by our state", ["state"], registry=registry
    )
    for state, count in vitals.waiting(get_runtime().store).items():
        waiting.labels(state).set(count)
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _gauge(registry: CollectorRegistry, name: str, words: str, value: float) -> None:
    Gauge(name, words, registry=registry).set(value)
