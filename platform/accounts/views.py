"""Signing in, what was kept through it, and one's own page."""

from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.account.views import ConfirmEmailView, EmailView, LoginView, RequestLoginCodeView
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_BAD_ORIGIN
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.addresses import is_in_account, is_proven
from accounts.forms import SettingsForm, SignInForm
from accounts.kept_forms import FIELD, keep, kept_for
from accounts.models import User
from accounts.services import save_settings
from web.background import in_background
from web.context import THEME_COOKIE, theme_of
from web.form_keys import owner_of
from web.idempotency import once
from web.posted import posted


class AuthenticatedRequest(HttpRequest):
    """A request behind the sign-in, which lets nobody else through."""

    user: User


YEAR = 365 * 24 * 3600


class SignInView(LoginView):
    """Signs in; whoever brought a kept form along gets it back instead of the usual next page."""

    def form_valid(self, form: SignInForm) -> HttpResponse:
        response = super().form_valid(form)
        kept = kept_for(self.request.user, self.request.POST.get(FIELD, ""))
        if kept:
            return render(self.request, "account/kept.html", {"kept": kept})
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(kept_token=self.request.POST.get(FIELD, ""), **kwargs)


class AskForCodeView(RequestLoginCodeView):
    """Sends a code. The address may come from the page to sign in, where it was typed already."""

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()
        if "login" in self.request.POST:
            typed = self.request.POST["login"].strip()
            del kwargs["data"], kwargs["files"]
            if typed:
                kwargs["data"] = {"email": typed}
        return kwargs


sign_in = SignInView.as_view()
ask_for_code = AskForCodeView.as_view()


class ConfirmView(ConfirmEmailView):
    """Confirms an address for someone who is in the account. The link alone opens and ends nothing."""

    def is_theirs(self) -> bool:
        return bool(self.object) and is_in_account(self.request, self.object.email_address.user_id)

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if not self.is_theirs():
            return self.render_to_response(self.get_context_data(), status=403)
        return super().post(*args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(is_theirs=self.is_theirs(), **kwargs)


class AddressesView(EmailView):
    """One's addresses; whoever came from elsewhere to get a link is led back there."""

    def get_success_url(self) -> str:
        return get_next_redirect_url(self.request) or str(super().get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return super().get_context_data(**kwargs) | {"can_add_email": is_proven(user, user.email)}


confirm_email = never_cache(ConfirmView.as_view())
addresses = AddressesView.as_view()


def signed_out(request: HttpRequest) -> HttpResponse:
    """The answer to a form from someone who is not signed in any more: sign in here, and go on."""
    context = {"form": SignInForm(request=request), "kept_token": keep(request), "was_signed_out": True}
    return render(request, "account/login.html", context, status=403)


@require_POST
@login_not_required
@never_cache
def show_kept(request: HttpRequest) -> HttpResponse:
    """For those who signed in by code in another tab and came back to this one."""
    token = request.POST.get(FIELD, "")
    kept = kept_for(request.user, token)
    if kept:
        return render(request, "account/kept.html", {"kept": kept})
    context = {"form": SignInForm(request=request), "kept_token": token, "was_signed_out": True}
    return render(request, "account/login.html", context, status=403)


def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was opened before a sign-in elsewhere, so its safety token is old.

    Only when the browser says the form is ours is it handed back; otherwise any site could write in it.
    """
    if in_background(request):
        return HttpResponse(status=204)
    ours = request.headers.get("Sec-Fetch-Site") == "same-origin" and not reason.startswith(
        REASON_BAD_ORIGIN[:15]
    )
    if ours and request.method == "POST" and not request.user.is_authenticated and _owner(request):
        return signed_out(request)
    kept = posted(request) if ours and request.method == "POST" and _may_have_back(request) else None
    return render(request, "403_csrf.html", {"kept": kept}, status=403)


def _owner(request: HttpRequest) -> int | None:
    return owner_of(request.POST.get("form_key", ""))


def _may_have_back(request: HttpRequest) -> bool:
    """Their own page's form, or one that everybody may open; never the words of who was here before."""
    found = request.resolver_match
    public = found is not None and not getattr(found.func, "login_required", True)
    return _owner(request) == request.user.pk if "form_key" in request.POST else public


@once
def me(request: AuthenticatedRequest) -> HttpResponse:
    """Name, time zone, theme; works without script, so the theme is a cookie set here."""
    form = SettingsForm(request.POST or None, instance=request.user, initial={"theme": theme_of(request)})
    if request.method != "POST" or not form.is_valid():
        return render(request, "account/me.html", {"form": form})
    save_settings(
        by=request.user,
        display_name=form.cleaned_data["display_name"],
        time_zone=form.cleaned_data["time_zone"],
    )
    messages.success(request, _("Saved."))
    response = redirect("me")
    if form.cleaned_data["theme"]:
        response.set_cookie(THEME_COOKIE, form.cleaned_data["theme"], YEAR, httponly=True, samesite="Lax")
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    return response
