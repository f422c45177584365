"""One form, one result: the second submit of the same form finds what the first one made."""

import hashlib
import json
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


def _body_hash(request: HttpRequest) -> str:
    """Of where the form goes and everything it says, but for the token that changes with each sign-in."""
    said = [
        (name, [text.replace("\r\n", "\n") for text in values])
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
    ]
    return hashlib.sha256(json.dumps([request.get_full_path(), sorted(said)]).encode()).hexdigest()


def once(view: View) -> View:
    """Run a POST at most once per form key, address, words and person.

    The same key with other words is another act: the page was gone back to and written on anew. So is the
    same form sent to another address, which is about another thing.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = request.POST.get("form_key", "")[:64] if request.method == "POST" else ""
        if not key or not request.user.is_authenticated:
            return view(request, *args, **kwargs)
        sent = {"key": key, "body_hash": _body_hash(request), "user": request.user}
        return _first_or_again(request, sent, lambda: view(request, *args, **kwargs))

    return guarded


@transaction.atomic
def _first_or_again(
    request: HttpRequest, sent: dict[str, Any], act: Callable[[], HttpResponse]
) -> HttpResponse:
    """Act, or lead to what came of it.

    The key is written first, inside the transaction of the act: of many equal submits at the same moment one
    gets it, the others wait for its end and are sent where it led.
    """
    used, fresh = FormKey.objects.get_or_create(**sent, defaults={"used_at": now(), "result_url": ""})
    if not fresh:
        return _again(request, used.result_url or request.path)
    response = act()
    _keep(used, _led_to(response)[:LONGEST])
    return response


def _keep(used: FormKey, result_url: str) -> None:
    """An act that ends in an error page frees its key, so the corrected form can be sent.

    An exception takes the key back with everything else.
    """
    used.result_url = result_url
    if result_url:
        used.save(update_fields=["result_url"])
    else:
        used.delete()
