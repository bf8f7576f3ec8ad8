"""From a catalogue row to what the API answers, one file a kind: the rows it needs at once, and the shape of each.

Start at `common.py`.
"""
