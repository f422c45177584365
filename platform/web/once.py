"""One form, one result: the second submit of the same form finds what the first one made."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from web.clock import now
from web.models import FormKey

View = Callable[..., HttpResponse]
LONGEST = FormKey._meta.get_field("result_url").max_length


class SeeResult(HttpResponse):
    """For htmx: the answer to a repeated submit is to go and look, whatever part was to be swapped."""

    def __init__(self, url: str) -> None:
        super().__init__(headers={"HX-Redirect": url})


def done(response: HttpResponse, *, at: str) -> HttpResponse:
    """Mark a part of a page as a finished act, to be seen again at this address.

    A redirect needs no mark. Any other answer is taken for "not done, try again": its key stays free.
    """
    response.result_url = at  # type: ignore[attr-defined]
    return response


def _led_to(response: HttpResponse) -> str:
    if isinstance(response, HttpResponseRedirect):
        return response.url
    return getattr(response, "result_url", "")


def _again(request: HttpRequest, url: str) -> HttpResponse:
    return SeeResult(url) if request.headers.get("HX-Request") else redirect(url)


def once(view: View) -> View:
    """Run a POST at most once per form key and person.

    The key is written first, inside the transaction of the act: of many equal submits at the same moment one
    gets it, the others wait for its end and are sent where it led. An act that ends in an error page frees
    its key, so the corrected form can be sent; an exception takes the key back with everything else.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = request.POST.get("form_key", "")[:64] if request.method == "POST" else ""
        if not key or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            used, fresh = FormKey.objects.get_or_create(
                key=key, user=request.user, defaults={"used_at": now(), "result_url": ""}
            )
            if not fresh:
                return _again(request, used.result_url or request.path)
            response = view(request, *args, **kwargs)
            used.result_url = _led_to(response)[:LONGEST]
            if used.result_url:
                used.save(update_fields=["result_url"])
            else:
                used.delete()
            return response

    return guarded
