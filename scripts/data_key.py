"""A new key for personal data, for `TARJOTIN_DATA_KEYS`: `python3 scripts/data_key.py`. Standard library only."""

from __future__ import annotations

import base64
import secrets


def main() -> None:
    print(base64.b64encode(secrets.token_bytes(32)).decode())


if __name__ == "__main__":
    main()
