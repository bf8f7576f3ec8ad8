"""Search measured: the engine alone, the API and the results page. Start at `__main__.py`."""
