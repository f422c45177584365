"""One role in full."""

from collections.abc import Sequence

from django.contrib.auth.decorators import login_not_required
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.forms import StateForm
from roles.hooks import people_with
from roles.models import Question, Role, RoleFact, RoleName, RoleRevision
from roles.presenters.elsewhere import searched_words
from roles.presenters.role_page import RoleRows, role_page
from roles.presenters.states import in_state, titles_naming
from roles.reader import current_catalogue
from roles.views.caching import cacheable_for_visitors


@login_not_required
@require_safe
@cacheable_for_visitors
def role_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """What a role can and can't do, how we know, and what to ask."""
    catalogue = current_catalogue()
    role = Role.objects.published().filter(slug=slug).first()
    if role is None or role.published is None or slug not in catalogue.roles:
        raise Http404("No such role")
    form = StateForm(request.GET, catalogue=catalogue)
    state = form.cleaned_data["state"] if form.is_valid() else ""
    rows = _rows(role, role.published, searched_words(catalogue.roles[slug]))
    context = {
        "page": role_page(catalogue, slug, rows, state=state),
        "people": people_with(request.user, [slug]),
        "state": state,
        "state_name": catalogue.states.get(state, ""),
        "in_state": in_state(state),
    }
    return render(request, "roles/detail.html", context)


def _rows(role: Role, revision: RoleRevision, words: Sequence[str]) -> RoleRows:
    own = Question.for_roles.through.objects.filter(question=OuterRef("pk"), role=role)
    return RoleRows(
        revision=revision,
        facts=RoleFact.objects.filter(revision=revision).prefetch_related("sources"),
        questions=Question.objects.filter(Exists(own) | Q(for_anyone=True)).order_by("position"),
        names=RoleName.objects.filter(role=role).select_related("jurisdiction").prefetch_related("sources"),
        titles=titles_naming(words),
    )
