"""Every address of the site."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from config import health

# One door: the desk is entered by the same sign-in as the site, with its limits on tries.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", include("web.urls")),
    path("", include("accounts.urls")),
    path("", include("roles.urls")),
    path("", include("cases.urls")),
    path("", include("coaching.urls")),
    path("api/v1/", include("config.api")),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("desk/admin/", admin.site.urls),
]

handler400 = "web.views.not_understood"
handler403 = "web.views.not_shared"
handler404 = "web.views.not_found"
handler500 = "web.views.broken"
