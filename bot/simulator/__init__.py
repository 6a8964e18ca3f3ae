"""A carrier on loopback: it speaks the provider's own HTTP API, and shows phones one can play.

A separate process that knows nothing of SAS but the address of its webhooks.
"""
