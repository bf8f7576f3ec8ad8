"""Small pictures, drawn for the tray on a grid of 24: lines only, never without a word beside them."""

from __future__ import annotations

# Name → the lines, as an SVG path.
PATHS: dict[str, str] = {
    "tray": "M2 16h20M4 16a8 8 0 0 1 16 0M12 8V5.5M6 20h12",
    "phone": "M6 3h4l1.5 5L9 10a12 12 0 0 0 5 5l2-2.5 5 1.5v4a2 2 0 0 1-2 2A17 17 0 0 1 4 5a2 2 0 0 1 2-2z",
    "sport": "M12 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM4 9l8 1 8-1M12 10v5M12 15l-4 6M12 15l4 6",
    "nature": "M12 3l5 7h-2.5l4 6h-13l4-6H7zM12 16v5",
    "culture": "M9 18V6l11-3v12M9 18a3 3 0 1 1-3-3 3 3 0 0 1 3 3zM20 15a3 3 0 1 1-3-3 3 3 0 0 1 3 3z",
    "community": "M8 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM16.5 6a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z"
    "M2.5 20v-2a5.5 5.5 0 0 1 11 0v2zM13.5 15a4.5 4.5 0 0 1 8 3v2h-5",
    "food": "M3 12h18a9 9 0 0 1-18 0zM8 21h8M8.5 8c0-2 1.5-2 1.5-4M14 8c0-2 1.5-2 1.5-4",
    "lifestyle": "M12 20.5C5 15.5 3 12 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5c0 3.5-2 7-9 12z",
    "advice": "M3.5 4h17v12H12l-5 4.5V16H3.5zM8 8.5h8M8 12h5",
    "money": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM15.5 8.7a4 4 0 1 0 0 6.6M7.5 11h5.5M7.5 13.3h5",
    "free": "M3 7h18v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM14.5 7v2M14.5 11v2M14.5 15v2",
    "door": "M5 21V3h8v18M13 5h6v16M2.5 21h19M10 11.5v1.5",
    "morning": "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
    "evening": "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z",
    "weekend": "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4M13 14h4v4h-4z",
    "children": "M8 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM4 21v-6a4 4 0 0 1 8 0v6M17 9.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"
    "M14.5 21v-2a2.5 2.5 0 0 1 5 0v2",
    "language": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
    "computer": "M5 5h14v10H5zM2 19h20",
    "hands": "M20.5 3L11 13M12.5 14.5c-1-2.5-4-2.5-5.5 0s-1 4.5-4 5.5c4 1.5 8 1.5 9.5-1 .8-1.3 .8-3.2 0-4.5z",
    "book": "M12 6c-2-2-5-2-9-2v14c4 0 7 0 9 2 2-2 5-2 9-2V4c-4 0-7 0-9 2zM12 6v14",
    "search": "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM14.5 14.5L21 21",
}
