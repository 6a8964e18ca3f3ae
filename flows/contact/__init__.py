"""H2: re-opening contact with a youth, from the first text to a closed outcome.

machine.py says which moves exist; table.py which fact leads to which decision; the others decide:
ladder.py (first text, nudges, rest), texts.py (what she writes), people.py (what a human does),
safety.py (danger, stop, death), carrier.py (what the carrier tells).
"""
