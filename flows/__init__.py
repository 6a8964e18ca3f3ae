"""The pure core: what SAS does next. No Flask, database, Redis, Twilio, clock or sentence."""
