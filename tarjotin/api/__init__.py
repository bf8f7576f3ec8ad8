"""The public HTTP API under `/api/v1/`: schemas written by hand, and routers.

The contract is kept in docs/api/openapi.json. Start at `api.py`.
"""
