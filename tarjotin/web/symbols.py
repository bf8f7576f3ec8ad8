"""Small pictures, drawn for the tray on a grid of 24: lines of one weight, never without a word beside them.

A picture means one thing only. Categories, needs and groups of criteria have theirs under their own code.
"""

from __future__ import annotations

# Name → the lines, as an SVG path.
PATHS: dict[str, str] = {
    "tray": "M2 16h20M4 16a8 8 0 0 1 16 0M12 8V5.5M6 20h12",
    "phone": "M6 3h4l1.5 5L9 10a12 12 0 0 0 5 5l2-2.5 5 1.5v4a2 2 0 0 1-2 2A17 17 0 0 1 4 5a2 2 0 0 1 2-2z",
    "search": "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM14.5 14.5L21 21",
    # the seven categories
    "sport": "M12 2.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM4.5 5.5l4.5 4.5h6l4.5-4.5M12 10v5M12 15l-3.5 6.5M12 15l3.5 6.5",
    "nature": "M12 2.5l4.5 6H14l4.5 6.5h-13L10 8.5H7.5zM12 15v6.5M3 21.5h18",
    "culture": "M9 18V6l11-3v12M9 18a3 3 0 1 1-3-3 3 3 0 0 1 3 3zM20 15a3 3 0 1 1-3-3 3 3 0 0 1 3 3z",
    "community": "M8.5 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM17 6a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z"
    "M2.5 20v-1.5a6 6 0 0 1 12 0V20zM14.5 14.5a4.5 4.5 0 0 1 7 3.7V20H18",
    "lifestyle": "M12 20.5C5 15.5 3 12 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5c0 3.5-2 7-9 12z",
    "food": "M3 11.5h18a9 9 0 0 1-18 0zM8 20.5h8M9 8.5c-1.5-2 1.5-3 0-5M14.5 8.5c-1.5-2 1.5-3 0-5",
    "advice": "M3 4h13v9H9l-4 3.5V13H3zM19 9h2v9h-2v3l-4-3H9.5",
    # needs
    "food_aid": "M5 8.5h14l-1.5 12.5h-11zM8.5 8.5V7a3.5 3.5 0 0 1 7 0v1.5M9.5 14h5M12 11.5v5",
    "affordable_meal": "M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM3 4v5M3 9v11M21 4c-2 2-2 5 0 7v9",
    "income_support": "M3 12h18v8H3zM12 14a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM12 3v6M9 6.5l3 3 3-3",
    "benefit_advice": "M5 3h10l4 4v14H5zM15 3v4h4M15 11.5a3.3 3.3 0 1 0 0 5M8 13h5M8 15.2h5",
    "debt_advice": "M4 5h16v14H4zM8 9h8M8 12h5M4 5l16 14",
    "legal_aid": "M12 3v18M7 21h10M4 7l8-2 8 2M4 7l-2.5 6.5h5zM20 7l-2.5 6.5h5z",
    "unemployed_health_check": "M6 3v5a4 4 0 0 0 8 0V3M10 12v3.5a4.5 4.5 0 0 0 9 0V13"
    "M19 9a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
    "work_advice": "M3 8h18v12H3zM9 8V5h6v3M3 13h18M12 12v2",
    "housing_advice": "M3 11.5L12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6",
    "homeless_help": "M3 6v14M3 16h18v4M21 16v-3a3 3 0 0 0-3-3H9v6M6 10.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3z",
    "crisis_help": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5.6 5.6l3.5 3.5"
    "M14.9 14.9l3.5 3.5M18.4 5.6l-3.5 3.5M9.1 14.9l-3.5 3.5",
    "discounts": "M3 7h18v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM9.5 14.5l5-5M9.5 10v.1M14.5 14v.1",
    "digital_help": "M8 2.5h8v19H8zM11 18.5h2",
    "washing": "M5 3h14v18H5zM12 9a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM8 6h2M15.5 6v.1M9 14c2-1.5 4 1.5 6 0",
    "transport_support": "M5 4h14v13H5zM5 11h14M8 17v3M16 17v3M8 14v.1M16 14v.1M10 7.5h4",
    "companion": "M8 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM16 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"
    "M5.5 21v-6L4 14v-4h6l2 3 2-3h6v4l-1.5 1v6M9.5 21v-5M14.5 21v-5",
    "interpreter": "M3 3h11v8H9l-3 3v-3H3zM17 9h4v8h-3v3.5L14.5 17H10v-3M6 7h5",
    "used_goods": "M8 4l-5 3 2 4 2-1v10h10V10l2 1 2-4-5-3a4 4 0 0 1-8 0z",
    # groups of criteria
    "category": "M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z",
    "when": "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4M8 14h3M13.5 14h3M8 17.5h3",
    "time": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2.5",
    "district": "M12 21.5c-4-4.5-7-7.5-7-11.5a7 7 0 0 1 14 0c0 4-3 7-7 11.5z"
    "M12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
    "price": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM15.5 8.7a4 4 0 1 0 0 6.6M7.5 11h5.5M7.5 13.3h5",
    "language": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
    "entry": "M5 3v18M5 3h12v18M2.5 21h19M13.5 11.5v1.5",
    # what one may wish for
    "free": "M3 7h18v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM14.5 7v2M14.5 11v2M14.5 15v2",
    "money": "M9 3a6 6 0 1 0 0 12A6 6 0 0 0 9 3zM11.2 7a2.7 2.7 0 1 0 0 4M6 8.5h3.5M17.7 9.2a6 6 0 1 1-8.5 8.5",
    "door": "M5 21V3h8v18M13 5h6v16M2.5 21h19M10 11.5v1.5",
    "morning": "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
    "evening": "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z",
    "weekend": "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4M13 14h4v4h-4z",
    "children": "M8 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM4 21v-6a4 4 0 0 1 8 0v6"
    "M17 9.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM14.5 21v-2a2.5 2.5 0 0 1 5 0v2",
    "women": "M12 3a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12 13v8.5M8.5 18h7",
    "seated": "M7 3v11h9v7M7 14v7M7 10.5h9V14",
    "swim": "M16 7a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM3 11l5-4 6 6"
    "M2 15c2 0 2 1.5 4 1.5S8 15 10 15s2 1.5 4 1.5 2-1.5 4-1.5 2 1.5 4 1.5"
    "M2 19.5c2 0 2 1.5 4 1.5s2-1.5 4-1.5 2 1.5 4 1.5 2-1.5 4-1.5 2 1.5 4 1.5",
    "indoors": "M3 11.5L12 4l9 7.5M5.5 9.5V20h13V9.5"
    "M12 17.5c-3-2-4-3.2-4-4.5a2 2 0 0 1 4-.5 2 2 0 0 1 4 .5c0 1.3-1 2.5-4 4.5z",
    "outdoors": "M7 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM2 20l6-7 4 4.5 4-5.5 6 8.5zM7 1.5v.1M1.5 7v.1M12.5 7v.1",
    "coffee": "M5 9h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10.5h1.5a2.5 2.5 0 0 1 0 5H16M3 21.5h15M8.5 3v3M12.5 3v3",
    "rail": "M6 4h12v13H6zM6 11h12M9 2.5h6M9 14v.1M15 14v.1M8 17l-2.5 4M16 17l2.5 4M7 20h10",
    "computer": "M5 5h14v10H5zM2 19h20",
    "hands": "M20.5 3L11 13M12.5 14.5c-1-2.5-4-2.5-5.5 0s-1 4.5-4 5.5c4 1.5 8 1.5 9.5-1 .8-1.3 .8-3.2 0-4.5z",
    "book": "M12 6c-2-2-5-2-9-2v14c4 0 7 0 9 2 2-2 5-2 9-2V4c-4 0-7 0-9 2zM12 6v14",
    # ways on
    "choose": "M12 3v18M12 5h6l2.5 2.5L18 10h-6M12 11.5H6L3.5 14 6 16.5h6M9 21h6",
    "human": "M12 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21v-1.5a8 8 0 0 1 16 0V21z",
    "list": "M9 6h12M9 12h12M9 18h12M3 6l1.2 1.2L6.5 5M3 12l1.2 1.2L6.5 11M3 18l1.2 1.2L6.5 17",
    "map": "M9 4L3 6.5v14L9 18l6 2.5 6-2.5V4l-6 2.5zM9 4v14M15 6.5v14",
    "calendar": "M4 5h16v16H4zM4 10h16M8 3v4M16 3v4M9.3 10v11M14.7 10v11M4 15.5h16",
    "try": "M12 3l2.5 6 6.5.5-5 4.2L17.7 20 12 16.5 6.3 20 8 13.7 3 9.5 9.5 9z",
    "urgent": "M12 3.5L22 20.5H2zM12 9.5v5.5M12 17.8v.1",
    "rights": "M5 3h10l4 4v14H5zM15 3v4h4M8.5 13.5l2.5 2.5 4.5-5",
    "desks": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.1",
    "take_part": "M3 13l4-5 5 2 5-2 4 5M7 8V5M17 8V5M5 15.5l5 4.5c1 1 2 1 3 0l6-5M9.5 13.5l2.5 2 3-1.5",
    "close_one": "M9 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 20v-1.5a6 6 0 0 1 10-4.5"
    "M17.5 21c-3-2-4.5-3.5-4.5-5a2.2 2.2 0 0 1 4.5-.5 2.2 2.2 0 0 1 4.5.5c0 1.5-1.5 3-4.5 5z",
}
