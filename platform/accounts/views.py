"""Signing in, and one's own page."""

from allauth.account.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

sign_in = LoginView.as_view()


def me(request: HttpRequest) -> HttpResponse:
    return render(request, "account/me.html")
