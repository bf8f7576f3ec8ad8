"""Settings, addresses and entry points: the only place that reads environment variables.

Start at `settings.py`.
"""
