"""Addresses of the pages that belong to no app, and to accounts."""

PUBLIC = [
    "/",
    "/help-now/",
    "/about/facts/",
    "/about/privacy/",
    "/about/safety/",
    "/about/help/",
    "/about/accessibility/",
    "/join/",
    "/sign-in/",
    "/sign-in/code/",
    "/reset/",
    "/reset/sent/",
    "/reset/done/",
    "/reset/x-used-up/",
    "/confirm/",
    "/confirm/used-up/",
    "/inactive/",
    "/local-mail/",
]
OWN = ["/me/", "/me/email/", "/me/password/", "/me/again/", "/sign-out/"]
