"""Joining, signing in, and one's own page. The names are allauth's, so its redirects find them.

Every name it may look for stands here: a missing one ends in an error far from its cause.
"""

from allauth.account import views as allauth
from django.urls import path, re_path
from django.views.generic import RedirectView

from accounts import views

# Only a password says "it is me" again (ACCOUNT_REAUTHENTICATION_METHODS): other ways lead to its page.
by_password = RedirectView.as_view(pattern_name="account_reauthenticate", query_string=True)

urlpatterns = [
    path("join/", allauth.signup, name="account_signup"),
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-in/kept/", views.show_kept, name="show_kept"),
    path("sign-in/code/", views.ask_for_code, name="account_request_login_code"),
    path("sign-in/code/confirm/", allauth.confirm_login_code, name="account_confirm_login_code"),
    path("sign-out/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("reset/", allauth.password_reset, name="account_reset_password"),
    path("reset/sent/", allauth.password_reset_done, name="account_reset_password_done"),
    path("reset/done/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("confirm/", allauth.email_verification_sent, name="account_email_verification_sent"),
    path("confirm/<str:key>/", views.confirm_email, name="account_confirm_email"),
    path("me/", views.me, name="me"),
    path("me/again/", allauth.reauthenticate, name="account_reauthenticate"),
    path("me/again/code/", by_password, name="account_request_reauthentication_code"),
    path("me/again/code/confirm/", by_password, name="account_confirm_reauthentication_code"),
    path("me/email/", views.addresses, name="account_email"),
    path("me/password/", allauth.password_change, name="account_change_password"),
    path("me/password/new/", allauth.password_set, name="account_set_password"),
]
