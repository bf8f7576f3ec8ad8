"""The budgets of the residents' pages (docs/quality.md), measured in a browser against a running service."""
