"""What runs by a timetable or by hand: imports, the nightly round, the replay server. Thin commands.

Start at `nightly.py`; the commands are in `management/commands/`.
"""
