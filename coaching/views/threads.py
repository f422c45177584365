"""The thread between parent and coach."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from audit.services import record_read
from cases.models import Case, Share
from cases.permissions import NotAllowed
from cases.services.errors import Refused
from coaching.forms import MessageForm
from coaching.models import Message, Thread
from coaching.permissions import is_shared
from coaching.promise import what_a_coach_sees
from coaching.services.invitations import stop_sharing
from coaching.services.messages import mark_read, unread, write_message
from coaching.thread_page import bubbles, side_of
from web.clock import now
from web.idempotency import once
from web.ids import id_of

SHOWN = 100


def home(request: HttpRequest) -> HttpResponse:
    """Where "Coach", and the mail, lead when no room is open: what waits unread; else the thread, the
    families, or the invitation."""
    user = request.user
    waits = Message.objects.unread_by(user).filter(thread__in=Thread.objects.visible_to(user).shared_now())
    newest = waits.select_related("thread").last()
    if newest:
        return redirect("coaching:thread", key=newest.thread.key)
    room = Case.objects.editable_by(user).order_by("-created_at").first()
    if room:
        return redirect("coaching:room_thread", key=room.key)
    if getattr(user, "is_coach", False):
        return redirect("coaching:desk")
    return redirect("home")


def room_thread(request: HttpRequest, key: str) -> HttpResponse:
    """Where "Coach" leads inside a room."""
    case = get_object_or_404(Case.objects.visible_to(request.user), key=key)
    thread = Thread.objects.visible_to(request.user).shared_now().filter(case=case).order_by("-pk").first()
    return redirect("coaching:thread", key=thread.key) if thread else redirect("coaching:coach", key=key)


@once
@require_http_methods(["GET", "HEAD", "POST"])
def thread(request: HttpRequest, key: str) -> HttpResponse:
    """Read and write."""
    if request.method == "POST":
        return _write(request, key)
    return _page(request, _thread_or_404(request, key), MessageForm())


def _write(request: HttpRequest, key: str) -> HttpResponse:
    """With a fault the words stay in the box. Whoever may not write here any more gets theirs back."""
    form = MessageForm(request.POST)
    try:
        if form.is_valid() and _sent(_thread_or_404(request, key), request.user, form):
            return redirect(f"{request.path}#latest")
        # Looked up anew: with the right to write the right to read may have gone.
        return _page(request, _thread_or_404(request, key), form)
    except (Http404, NotAllowed):
        words = request.POST.get("text", "").strip()
        context = {"unsent": [words] if words else [], "here": "coach"}
        return render(request, "coaching/not_sent.html", context, status=404)


def _sent(thread: Thread, by: Any, form: MessageForm) -> bool:
    try:
        write_message(thread=thread, by=by, text=form.cleaned_data["text"])
    except Refused as refused:
        form.add_error("text", str(refused))
        return False
    return True


def _page(request: HttpRequest, found: Thread, form: MessageForm) -> HttpResponse:
    # A part fetched because something came in proves nobody is looking: the tab may be in the background.
    part = request.headers.get("HX-Target") == "thread"
    looked = not part and request.method != "HEAD"
    context = _shown(request, found, read=looked) | {"form": form, "here": "coach", "room": found.case}
    return render(request, "coaching/_thread.html" if part else "coaching/thread.html", context)


@require_POST
def thread_read(request: HttpRequest, key: str) -> HttpResponse:
    """Somebody sits before an open page and types or comes back to it: what it shows is read."""
    found = _thread_or_404(request, key)
    up_to = id_of(request.POST.get("up_to", ""))
    last = found.messages.filter(pk=up_to).first() if up_to else None
    if last:
        _read(request, found, [last])
    return HttpResponse(status=204)


@require_POST
@once
def step_back(request: HttpRequest, key: str) -> HttpResponse:
    """The coach can't go on: they see nothing of this room from this moment on."""
    found = get_object_or_404(Thread.objects.visible_to(request.user).select_related("case__owner"), key=key)
    if found.coach_id != request.user.pk:
        raise NotAllowed("only a coach steps back")
    open_shares = Share.objects.visible_to(request.user).filter(ended_at=None)
    share = get_object_or_404(open_shares, case=found.case_id, coach=request.user)
    stop_sharing(share=share, by=request.user)
    words = _("You can’t see %(child)s’s room any more. Thank you for your time.")
    messages.success(request, words % {"child": found.case.nickname})
    return redirect("coaching:desk")


def _thread_or_404(request: HttpRequest, key: str) -> Thread:
    """The thread, if this person may read it. That somebody else than the parent did goes on record.

    A HEAD shows nothing: a program asks whether the page is there.
    """
    rows = Thread.objects.visible_to(request.user).select_related("case__owner", "coach")
    found = get_object_or_404(rows, key=key)
    if not found.case.is_of(request.user) and request.method != "HEAD":
        record_read(by=request.user, on=found, case_id=found.case_id)
    return found


def _shown(request: HttpRequest, found: Thread, *, read: bool) -> dict[str, object]:
    """The newest messages, or those before ``?before=``; ``read`` marks them for whoever looks."""
    side = side_of(found, request.user)
    before = id_of(request.GET.get("before", ""))
    edge = found.messages.filter(pk=before).first() if before else None
    rows = found.messages.before(edge) if edge else found.messages.all()
    newest = list(rows.order_by("-sent_at", "-pk")[: SHOWN + 1])
    shown = newest[:SHOWN][::-1]
    if read and not before:
        _read(request, found, shown)
    return {
        "thread": found,
        "side": side,
        "sees": what_a_coach_sees(side.other if side.is_coach else ""),
        "open": is_shared(found),
        "earlier": shown[0].pk if len(newest) > SHOWN else None,
        "up_to": shown[-1].pk if shown else "",
        "bubbles": bubbles(shown, found, side, now=now()),
    }


def _read(request: HttpRequest, found: Thread, shown: list[Message]) -> None:
    if shown and unread(found, for_coach=found.coach_id == request.user.pk).exists():
        mark_read(thread=found, by=request.user, up_to=shown[-1], now=now())
