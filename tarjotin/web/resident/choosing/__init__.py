"""Help me choose: from a few answers to what is suggested, and to the kind of help that fits.

Start at `effects.py`, the table of what each answer changes, and `topics.py`, the same for deep links. `questions.py`
has the words, `answers.py` reads and writes the address, `needs.py` says what to ask of the tray, `suggested.py` asks
it, `helping.py` and `offered.py` say who helps, `changed.py` what the answers changed.
"""
