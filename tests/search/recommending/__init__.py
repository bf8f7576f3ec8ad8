"""Suggestions: judged situations on the demo catalogue, needs of any sort, and each rule for itself."""
