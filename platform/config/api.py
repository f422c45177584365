"""The one router of the API, included under /api/v1/."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import SimpleRouter

from roles.api import decoding, views

router = SimpleRouter()
router.register("roles", views.RoleViewSet, basename="api-role")
router.register("capabilities", views.CapabilityViewSet, basename="api-capability")
router.register("needs", views.NeedViewSet, basename="api-need")
router.register("states", views.StateViewSet, basename="api-state")
router.register("questions", views.QuestionViewSet, basename="api-question")
router.register("sources", views.SourceViewSet, basename="api-source")

urlpatterns = [
    path("", include(router.urls)),
    path("decode/", decoding.DecodeView.as_view(), name="api-decode"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("", views.PartsView.as_view(), name="api-parts"),
    path("<path:rest>/", views.NowhereView.as_view(), name="api-nowhere"),
]
