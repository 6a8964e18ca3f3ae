"""From the texts of a youth to a Reading: what they mean, how sure, and whether she is in danger.

`scan` is the reflex of the webhook; `read` understands a whole turn after a question.
"""

from messages.understand.lines import Line, segment_lines, understand_lines
from messages.understand.phones import mask
from messages.understand.pipeline import read
from messages.understand.reflex import Scan, scan

__all__ = ["Line", "Scan", "mask", "read", "scan", "segment_lines", "understand_lines"]
