"""What a browser may do with a page of this site."""

from typing import Any
from urllib.parse import urlsplit


def content_policy(quick_exit_url: str) -> dict[str, Any]:
    """Browsers check where a form leads to the end, and Quick exit is a form that leads away."""
    quick_exit = urlsplit(quick_exit_url)
    return {
        "DIRECTIVES": {
            "default-src": ["'none'"],
            "script-src": ["'self'"],
            "style-src": ["'self'"],
            "img-src": ["'self'", "data:"],
            "font-src": ["'self'"],
            "connect-src": ["'self'"],
            "form-action": ["'self'", f"{quick_exit.scheme}://{quick_exit.netloc}"],
            "frame-ancestors": ["'none'"],
            "base-uri": ["'none'"],
            "manifest-src": ["'self'"],
        }
    }
