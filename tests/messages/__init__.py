"""Tests of what SAS says and understands."""
