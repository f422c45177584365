"""The icons: path data of lucide (ISC licence, https://lucide.dev), drawn once per page as one sprite.

Taken from the lucide release of 2026-01-23 as packed in django-lucide 1.3.1. To add one, copy what stands
inside the ``<svg>`` of the file with that name. Licence text: ``icons.LICENSE`` beside this file.
"""

from django.utils.translation import gettext_noop as _

ICONS = {
    "armchair": (
        '<path d="M19 9V6a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v3"/>'
        '<path d="M3 16a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-5a2 2 0 0 0-4 0v1.5a.5.5 0 0 1-.5.5h-9a.5.5 0 0 1-.5-'
        '.5V11a2 2 0 0 0-4 0z"/>'
        '<path d="M5 18v2"/>'
        '<path d="M19 18v2"/>'
    ),
    "arrow-right": ('<path d="M5 12h14"/><path d="m12 5 7 7-7 7"/>'),
    "badge-check": (
        '<path d="M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 '
        '0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76Z"/>'
        '<path d="m9 12 2 2 4-4"/>'
    ),
    "bell": (
        '<path d="M10.268 21a2 2 0 0 0 3.464 0"/>'
        '<path d="M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6'
        ' 8c0 4.499-1.411 5.956-2.738 7.326"/>'
    ),
    "check": ('<path d="M20 6 9 17l-5-5"/>'),
    "chevron-down": ('<path d="m6 9 6 6 6-6"/>'),
    "circle-check": ('<circle cx="12" cy="12" r="10"/><path d="m9 12 2 2 4-4"/>'),
    "circle-dashed": (
        '<path d="M10.1 2.182a10 10 0 0 1 3.8 0"/>'
        '<path d="M13.9 21.818a10 10 0 0 1-3.8 0"/>'
        '<path d="M17.609 3.721a10 10 0 0 1 2.69 2.7"/>'
        '<path d="M2.182 13.9a10 10 0 0 1 0-3.8"/>'
        '<path d="M20.279 17.609a10 10 0 0 1-2.7 2.69"/>'
        '<path d="M21.818 10.1a10 10 0 0 1 0 3.8"/>'
        '<path d="M3.721 6.391a10 10 0 0 1 2.7-2.69"/>'
        '<path d="M6.391 20.279a10 10 0 0 1-2.69-2.7"/>'
    ),
    "clock": ('<path d="M12 6v6l4 2"/><circle cx="12" cy="12" r="10"/>'),
    "columns-2": ('<rect width="18" height="18" x="3" y="3" rx="2"/><path d="M12 3v18"/>'),
    "copy": (
        '<rect width="14" height="14" x="8" y="8" rx="2" ry="2"/>'
        '<path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"/>'
    ),
    "graduation-cap": (
        '<path d="M21.42 10.922a1 1 0 0 0-.019-1.838L12.83 5.18a2 2 0 0 0-1.66 0L2.6 9.08a1 1 0 0 0 0 1.832l8'
        '.57 3.908a2 2 0 0 0 1.66 0z"/>'
        '<path d="M22 10v6"/>'
        '<path d="M6 12.5V16a6 3 0 0 0 12 0v-3.5"/>'
    ),
    "house": (
        '<path d="M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8"/>'
        '<path d="M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 '
        '0 0 1-2-2z"/>'
    ),
    "info": ('<circle cx="12" cy="12" r="10"/><path d="M12 16v-4"/><path d="M12 8h.01"/>'),
    "list": (
        '<path d="M3 5h.01"/>'
        '<path d="M3 12h.01"/>'
        '<path d="M3 19h.01"/>'
        '<path d="M8 5h13"/>'
        '<path d="M8 12h13"/>'
        '<path d="M8 19h13"/>'
    ),
    "lock": ('<rect width="18" height="11" x="3" y="11" rx="2" ry="2"/><path d="M7 11V7a5 5 0 0 1 10 0v4"/>'),
    "log-in": (
        '<path d="m10 17 5-5-5-5"/><path d="M15 12H3"/><path d="M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4"/>'
    ),
    "log-out": (
        '<path d="m16 17 5-5-5-5"/><path d="M21 12H9"/><path d="M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4"/>'
    ),
    "mail": (
        '<path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7"/><rect x="2" y="4" width="20" height="16" rx="2"/>'
    ),
    "message-circle": (
        '<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1'
        '.099.092 10 10 0 1 0-4.777-4.719"/>'
    ),
    "message-circle-question-mark": (
        '<path d="M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1'
        '.099.092 10 10 0 1 0-4.777-4.719"/>'
        '<path d="M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3"/>'
        '<path d="M12 17h.01"/>'
    ),
    "message-square-quote": (
        '<path d="M14 14a2 2 0 0 0 2-2V8h-2"/>'
        '<path d="M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0'
        ' 1 2-2h16a2 2 0 0 1 2 2z"/>'
        '<path d="M8 14a2 2 0 0 0 2-2V8H8"/>'
    ),
    "notebook-pen": (
        '<path d="M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4"/>'
        '<path d="M2 6h4"/>'
        '<path d="M2 10h4"/>'
        '<path d="M2 14h4"/>'
        '<path d="M2 18h4"/>'
        '<path d="M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .6'
        '2.62l2.87-.837a2 2 0 0 0 .854-.506z"/>'
    ),
    "pencil": (
        '<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .6'
        '23.622l4.353-1.32a2 2 0 0 0 .83-.497z"/>'
        '<path d="m15 5 4 4"/>'
    ),
    "phone": (
        '<path d="M13.832 16.568a1 1 0 0 0 1.213-.303l.355-.465A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2'
        " 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.468.351a1 1 0 0 0-.292 1.233 1"
        '4 14 0 0 0 6.392 6.384"/>'
    ),
    "plus": ('<path d="M5 12h14"/><path d="M12 5v14"/>'),
    "printer": (
        '<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2"/>'
        '<path d="M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6"/>'
        '<rect x="6" y="14" width="12" height="8" rx="1"/>'
    ),
    "search": ('<path d="m21 21-4.34-4.34"/><circle cx="11" cy="11" r="8"/>'),
    "send": (
        '<path d="M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024'
        '.937l7.93 3.18a2 2 0 0 1 1.112 1.11z"/>'
        '<path d="m21.854 2.147-10.94 10.939"/>'
    ),
    "settings": (
        '<path d="M9.671 4.136a2.34 2.34 0 0 1 4.659 0 2.34 2.34 0 0 0 3.319 1.915 2.34 2.34 0 0 1 2.33 4.033'
        " 2.34 2.34 0 0 0 0 3.831 2.34 2.34 0 0 1-2.33 4.033 2.34 2.34 0 0 0-3.319 1.915 2.34 2.34 0 0 1-4.65"
        "9 0 2.34 2.34 0 0 0-3.32-1.915 2.34 2.34 0 0 1-2.33-4.033 2.34 2.34 0 0 0 0-3.831A2.34 2.34 0 0 1 6."
        '35 6.051a2.34 2.34 0 0 0 3.319-1.915"/>'
        '<circle cx="12" cy="12" r="3"/>'
    ),
    "smartphone": ('<rect width="14" height="20" x="5" y="2" rx="2" ry="2"/><path d="M12 18h.01"/>'),
    "sofa": (
        '<path d="M20 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v3"/>'
        '<path d="M2 16a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5a2 2 0 0 0-4 0v1.5a.5.5 0 0 1-.5.5h-11a.5.5 0 0 1-.5'
        '-.5V11a2 2 0 0 0-4 0z"/>'
        '<path d="M4 18v2"/>'
        '<path d="M20 18v2"/>'
        '<path d="M12 4v9"/>'
    ),
    "sprout": (
        '<path d="M14 9.536V7a4 4 0 0 1 4-4h1.5a.5.5 0 0 1 .5.5V5a4 4 0 0 1-4 4 4 4 0 0 0-4 4c0 2 1 3 1 5a5 5'
        ' 0 0 1-1 3"/>'
        '<path d="M4 9a5 5 0 0 1 8 4 5 5 0 0 1-8-4"/>'
        '<path d="M5 21h14"/>'
    ),
    "triangle-alert": (
        '<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/>'
        '<path d="M12 9v4"/>'
        '<path d="M12 17h.01"/>'
    ),
    "undo-2": (
        '<path d="M9 14 4 9l5-5"/><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11"/>'
    ),
    "user-round": ('<circle cx="12" cy="8" r="5"/><path d="M20 21a8 8 0 0 0-16 0"/>'),
    "user-round-plus": (
        '<path d="M2 21a8 8 0 0 1 13.292-6"/>'
        '<circle cx="10" cy="8" r="5"/>'
        '<path d="M19 16v6"/>'
        '<path d="M22 19h-6"/>'
    ),
    "users": (
        '<path d="M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2"/>'
        '<path d="M16 3.128a4 4 0 0 1 0 7.744"/>'
        '<path d="M22 21v-2a4 4 0 0 0-3-3.87"/>'
        '<circle cx="9" cy="7" r="4"/>'
    ),
    "x": ('<path d="M18 6 6 18"/><path d="m6 6 12 12"/>'),
}

# Our own marks of the grid: the shape speaks first, the colour second.
MARKS = {
    "lead": (
        '<circle cx="14" cy="14" r="12" fill="currentColor"/>'
        '<path d="m8.6 14.4 3.7 3.7 7.2-7.8" fill="none" stroke="var(--surface)" stroke-width="2.8" stroke-li'
        'necap="round" stroke-linejoin="round"/>'
    ),
    "could": (
        '<circle cx="14" cy="14" r="10.8" fill="none" stroke="currentColor" stroke-width="2.4"/>'
        '<path d="m9.6 14.4 3 3 5.9-6.4" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap='
        '"round" stroke-linejoin="round"/>'
    ),
    "help": (
        '<circle cx="14" cy="14" r="10.8" fill="none" stroke="currentColor" stroke-width="2.4"/>'
        '<path d="M14 3.2a10.8 10.8 0 0 0 0 21.6z" fill="currentColor"/>'
    ),
    "none": ('<path d="M9.5 14h9" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/>'),
    "ask": (
        '<circle cx="14" cy="14" r="10.8" fill="none" stroke="currentColor" stroke-width="2.2" stroke-dasharr'
        'ay="2.2 3.4" stroke-linecap="round"/>'
        '<path d="M11.3 11.4a2.8 2.8 0 1 1 4 2.6c-.9.4-1.3 1-1.3 1.9M14 18.9v.1" fill="none" stroke="currentC'
        'olor" stroke-width="2.2" stroke-linecap="round"/>'
    ),
}

MARK_WORDS = {
    "lead": _("Leads this"),
    "could": _("Could lead"),
    "help": _("Can help"),
    "none": _("Not in this role"),
    "ask": _("We don’t know yet"),
}


def sprite() -> str:
    """Every icon and mark as ``<symbol>``s of ids ``i-<name>`` and ``m-<kind>``; trusted text, no input.

    How icons are drawn (line, round ends) stands in the style sheet under ``.i``, once for all.
    """
    icons = (f'<symbol id="i-{n}" viewBox="0 0 24 24">{paths}</symbol>' for n, paths in ICONS.items())
    marks = (f'<symbol id="m-{n}" viewBox="0 0 28 28">{paths}</symbol>' for n, paths in MARKS.items())
    return "".join((*icons, *marks))
