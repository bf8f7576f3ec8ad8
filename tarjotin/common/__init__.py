"""What every package shares: languages and localised text, distance, time.

No tables and nothing about people. Start at `text.py`.
"""
