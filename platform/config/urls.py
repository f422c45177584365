"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from config import health

urlpatterns = [
    path("", include("web.urls")),
    path("", include("accounts.urls")),
    path("", include("roles.urls")),
    path("", include("cases.urls")),
    path("", include("coaching.urls")),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("desk/admin/", admin.site.urls),
]

handler400 = "web.views.not_understood"
handler500 = "web.views.broken"
