"""Addresses every visitor may open."""

from django.urls import path

from web import local_mail, security_txt, views

urlpatterns = [
    path("", views.home, name="home"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("help-now/", views.help_now, name="help_now"),
    path("about/facts/", views.about, {"page": "facts"}, name="about_facts"),
    path("about/privacy/", views.about, {"page": "privacy"}, name="about_privacy"),
    path("about/safety/", views.about, {"page": "safety"}, name="about_safety"),
    path("about/help/", views.about, {"page": "help"}, name="about_help"),
    path("about/accessibility/", views.about, {"page": "accessibility"}, name="about_accessibility"),
    path(".well-known/security.txt", security_txt.security_txt, name="security_txt"),
    path("leave/", views.leave, name="leave"),
    path("local-mail/", local_mail.mail_list, name="local_mail"),
    path("local-mail/<str:name>", local_mail.mail, name="local_mail_one"),
]
