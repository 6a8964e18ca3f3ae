"""H2: re-opening contact with a youth, from the first text to a closed outcome.

machine.py says which moves exist; table.py which fact leads to which decision. The decisions:
ladder.py (first text, nudges, rest), starts.py (what holds a timer back), texts.py, meaning.py
and answers.py (what she writes), people.py (who holds the word), calls.py, numbers.py (whose
phone), ends.py, safety.py (danger, stop, death), carrier.py (what the carrier tells). stage.py is
what every change of stage does.
"""
