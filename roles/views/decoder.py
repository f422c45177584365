"""Reading a pasted signature, without an account. The text is not stored, not logged, not in an address."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from roles.decode import decode
from roles.forms import DecodeForm
from roles.presenters import decoded_parts
from roles.presenters.browse import common
from roles.presenters.states import choices, in_state
from roles.reader import current_catalogue


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("text")
def decode_text(request: HttpRequest) -> HttpResponse:
    """The box, and under it what we read. htmx gets the result alone."""
    catalogue = current_catalogue()
    posted = request.method == "POST"
    form = DecodeForm(
        request.POST if posted else {"state": request.GET.get("state", "")}, catalogue=catalogue
    )
    page: dict[str, Any] = {"states": choices(catalogue), "common": common(catalogue)}
    page["text"] = request.POST.get("text", "") if posted else ""
    if form.is_valid():
        page["read"] = decoded_parts(
            decode(form.cleaned_data["text"], catalogue, form.cleaned_data["state"]), catalogue
        )
    elif posted:
        page["errors"] = form.errors.get("text")
    page["state"] = form.cleaned_data.get("state", "")
    page["state_name"] = catalogue.states.get(page["state"], "")
    page["in_state"] = in_state(page["state"])
    alone = request.headers.get("HX-Request") == "true"
    return render(request, "roles/_decoded.html" if alone else "roles/decode.html", page)
