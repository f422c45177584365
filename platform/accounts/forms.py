"""Joining and signing in."""

from allauth.account.forms import LoginForm, SignupForm


class JoinForm(SignupForm):
    """E-mail and password, nothing else."""


class SignInForm(LoginForm):
    """E-mail and password; one message whatever was wrong."""
