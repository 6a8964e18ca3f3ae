"""Everything that touches the world: database, broker, carrier, web pages, commands."""

import gc
import sys

# Read by every entry before any newer syntax: an older Python says so in one line, not in a trace.
if tuple(sys.version_info) < (3, 11):
    sys.exit("SAS needs Python 3.11 or newer: `make setup` builds the environment with one.")

# What a process imports stays: looking through it for garbage 45 times took a fifth of its start.
gc.set_threshold(5_000, 10, 10)
