"""Two to four roles side by side."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roles.hooks import people_with
from roles.models import Role
from roles.presenters.browse import a_to_z
from roles.presenters.compare import choose, compare
from roles.presenters.role_page import look_alike
from roles.reader import current_catalogue
from roles.views.caching import cacheable_for_visitors


@login_not_required
@require_safe
@cacheable_for_visitors
def role_compare(request: HttpRequest) -> HttpResponse:
    """The table, or, for fewer than two roles, what to put in it."""
    catalogue = current_catalogue()
    choice = choose(catalogue, request.GET.getlist("r"))
    page: dict[str, Any] = {"choice": choice, "picks": a_to_z(catalogue), "title": _("Compare roles")}
    # A box that is not ticked is not sent: "f" says that the form was.
    page["only"] = "only" in request.GET or "f" not in request.GET
    if len(choice.roles) > 1:
        rows = Role.objects.published().filter(slug__in=choice.slugs)
        revisions = {row.slug: row.published for row in rows if row.published}
        people = people_with(request.user, choice.slugs)
        page["table"] = compare(catalogue, choice.roles, revisions=revisions, people=people)
        page["title"] = page["table"].title
    elif choice.roles:
        page["suggestion"] = look_alike(catalogue, choice.roles[0])
    return render(request, "roles/compare.html", page)
