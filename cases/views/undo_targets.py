"""What was done a moment ago, named in the address by its unguessable key, so that it can be undone."""

from django.http import HttpRequest

from cases.models import Ask, Case, Flag


def done_flag(request: HttpRequest, case: Case) -> Flag | None:
    key = request.GET.get("flag", "")
    flags = Flag.objects.visible_to(request.user).filter(case=case, key=key).select_related("need")
    return flags.first() if key else None


def done_ask(request: HttpRequest, case: Case) -> Ask | None:
    key = request.GET.get("ask", "")
    return (
        Ask.objects.visible_to(request.user)
        .filter(case=case, key=key)
        .select_related("member", "need", "flag__need")
        .first()
        if key
        else None
    )
