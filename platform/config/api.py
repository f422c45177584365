"""The one router of the API, included under /api/v1/."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import SimpleRouter

from roles.api import views as api

router = SimpleRouter()
router.register("roles", api.RoleViewSet, basename="api-role")
router.register("capabilities", api.CapabilityViewSet, basename="api-capability")
router.register("needs", api.NeedViewSet, basename="api-need")
router.register("states", api.StateViewSet, basename="api-state")
router.register("questions", api.QuestionViewSet, basename="api-question")
router.register("sources", api.SourceViewSet, basename="api-source")

urlpatterns = [
    path("", include(router.urls)),
    path("decode/", api.DecodeView.as_view(), name="api-decode"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("", api.PartsView.as_view(), name="api-parts"),
    path("<path:rest>/", api.NowhereView.as_view(), name="api-nowhere"),
]
