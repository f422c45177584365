"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("web.urls")),
    path("", include("accounts.urls")),
    path("desk/admin/", admin.site.urls),
]
