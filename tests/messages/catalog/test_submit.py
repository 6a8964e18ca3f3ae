"""The templates an operator has to submit to the provider."""

from __future__ import annotations

import re

from messages.submit import submissions
from messages.templates import approved


def test_each_template_has_a_lawful_name_body_and_samples() -> None:
    names = []
    for one in submissions():
        body, samples = str(one["body"]), one["samples"]
        assert isinstance(samples, dict)
        assert re.fullmatch(r"[a-z0-9_]+", str(one["name"]))
        assert set(re.findall(r"\{\{(\d+)\}\}", body)) == set(samples)
        assert all(samples.values())
        assert not body.startswith("{{")
        assert not body.endswith("}}")
        names.append(one["name"])
    assert len(names) == len(set(names))


def test_nothing_is_approved_before_the_operator_says_so() -> None:
    assert approved() == {}
    assert not any(one["approved"] for one in submissions("fr"))
