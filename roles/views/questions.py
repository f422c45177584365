"""All the questions, for somebody who wants more than one role's page shows."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roles.models import Question
from roles.presenters.asks import by_subject
from roles.views.caching import cacheable_for_visitors


@login_not_required
@require_safe
@cacheable_for_visitors
def question_list(request: HttpRequest) -> HttpResponse:
    """Every question by subject, with why one asks and what a clear answer has."""
    return render(
        request, "roles/questions.html", {"banks": by_subject(Question.objects.order_by("position"))}
    )
