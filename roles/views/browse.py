"""The list of roles, and what a search finds."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.forms import LookUpForm
from roles.presenters import browse
from roles.presenters.elsewhere import gather
from roles.presenters.states import choices, in_state, titles_naming
from roles.reader import current_catalogue
from roles.search import search
from roles.views.caching import cacheable_for_visitors

STATE_TITLES = 12
"""Titles of states shown under the roles found; the states' own pages have the rest."""


@login_not_required
@require_safe
@cacheable_for_visitors
def role_list(request: HttpRequest) -> HttpResponse:
    """Search box, the roles families meet most, then all of them."""
    catalogue = current_catalogue()
    form = LookUpForm(request.GET, catalogue=catalogue)
    wanted = form.cleaned_data if form.is_valid() else {"q": "", "state": "", "by": ""}
    text, state = wanted["q"].strip(), wanted["state"]
    page = {
        "title": browse.title(text),
        "q": text,
        "state": state,
        "state_name": catalogue.states.get(state, ""),
        "in_state": in_state(state),
        "states": choices(catalogue),
    }
    if text:
        page["found"] = browse.found(search(catalogue, text, state=state))
        page["titles"] = gather(titles_naming((text,)), (text,))[:STATE_TITLES]
    else:
        page["by_kind"] = wanted["by"] == "kind"
        page["common"] = browse.common(catalogue)
        page["groups"] = browse.by_kind(catalogue) if page["by_kind"] else browse.a_to_z(catalogue)
    return render(request, "roles/list.html", page)
