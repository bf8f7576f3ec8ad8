"""An HTTP server that answers like the source APIs from a folder of payloads; for tests, demo data and recorded data.

Start at `server.py` (`ReplayServer`), then one module per API; what a folder may hold is listed in their `ENDPOINTS`.

Beside plain payloads, files may use four extensions, all gone from what is served:

- **Date tokens**, so that demo data is always of this week: `@mon+2w 18:00`, `@today+3d`, `@now-2h`, and
  `{{@tue+1w}}` inside a text. See `dates.py`.
- **`_repeat`** on a Linked Events event makes it a series with its sub-events. See `repeats.py`.
- **`_municipality`** on a Palvelurekisteri record says whose it is, when not Helsinki's ("049").
- **`_from`**, **`_note`** are remarks for the people who keep the files.
"""
