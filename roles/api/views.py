"""The catalogue for other programs: read-only, public, with the version it was read from on every answer."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import mixins, viewsets
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle, BaseThrottle
from rest_framework.views import APIView

from roles.api import serializers as shapes
from roles.api.answers import NO_ZERO, STATE, answers, part
from roles.api.pages import Pages
from roles.catalogue import Catalogue, RoleInfo
from roles.lexicon import role_holds
from roles.models import (
    Capability,
    Collision,
    Jurisdiction,
    Need,
    NeedCapability,
    Question,
    Role,
    RoleFact,
    RoleName,
    Source,
    StateTitle,
)
from roles.reader import current_catalogue
from roles.search import search

SHAPE = 3
"""Goes up when the look of an answer changes, so that kept copies are fetched again."""
FIVE_MINUTES = 300
SLUG = "[-a-zA-Z0-9_]+"
PARTS = ("roles", "capabilities", "needs", "states", "questions", "sources", "decode", "schema")


def known_state(catalogue: Catalogue, written: str) -> str:
    """The code of a state, '' for none; an unknown one is told kindly."""
    code = written.strip().upper()
    if code and code not in catalogue.states:
        raise ValidationError({"state": [_("We don't know this state. Use a two-letter code, such as OR.")]})
    return "" if code == "US" else code


class Public(APIView):
    """Open to everyone, without a session; each answer names its catalogue version."""

    authentication_classes = ()
    permission_classes = (AllowAny,)
    throttle_classes: tuple[type[BaseThrottle], ...] = (AnonRateThrottle,)
    catalogue: Catalogue

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.catalogue = current_catalogue()

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        done = super().finalize_response(request, response, *args, **kwargs)
        if hasattr(self, "catalogue"):
            done["Catalogue-Version"] = str(self.catalogue.number)
        return done


class ReadOnly(Public, viewsets.GenericViewSet[Any]):
    """A part of the catalogue. An answer may be kept and asked about again by its ETag."""

    pagination_class = Pages

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Any:
        done = super().finalize_response(request, response, *args, **kwargs)
        if done.status_code != 200:
            return done
        etag = f'W/"{SHAPE}-{self.catalogue.number}"'
        done["ETag"] = etag
        patch_cache_control(done, public=True, max_age=FIVE_MINUTES)
        return get_conditional_response(request._request, etag=etag, response=done)


SEARCH = OpenApiParameter(
    "search", NO_ZERO, description="Letters, a name or a title; misspelt ones are found too."
)
ROLE = OpenApiParameter("role", NO_ZERO, description="Slug: questions for this role.")


@part(shapes.RoleSerializer, shapes.RoleDetailSerializer, parameters=(STATE, SEARCH))
class RoleViewSet(mixins.ListModelMixin, ReadOnly):
    """The roles. With ``state``, those whose facts hold there; with ``search``, the best match first."""

    queryset = Role.objects.none()
    serializer_class = shapes.RoleSerializer
    lookup_field = "slug"
    lookup_value_regex = SLUG

    def filter_queryset(self, queryset: Any) -> Any:
        query = self.request.query_params
        state = known_state(self.catalogue, query.get("state", ""))
        wanted = query.get("search", "")
        found: Sequence[RoleInfo] = list(self.catalogue.roles.values())
        if wanted.strip():
            found = [hit.role for hit in search(self.catalogue, wanted, state=state)]
        return [role for role in found if not state or role_holds(self.catalogue, role.slug, state)]

    def retrieve(self, request: Request, slug: str) -> Response:
        info = self.catalogue.roles.get(slug)
        row = self._row(slug)
        if info is None or row is None or row.published is None:
            raise Http404
        says = row.published
        full = asdict(info) | {
            "license_short": says.license_short,
            "school_short": says.school_short,
            "works_under_short": says.works_under_short,
            "revision": says.number,
            "names": row.names.all(),
            "facts": says.facts.all(),
            "fits": [fit for (role, _, _), fit in self.catalogue.fits.items() if role == slug],
        }
        return Response(shapes.RoleDetailSerializer(full).data)

    @staticmethod
    def _row(slug: str) -> Role | None:
        rows = RoleName.objects.order_by("kind", "name", "jurisdiction_id").prefetch_related("sources")
        names = Prefetch("names", rows)
        facts = Prefetch("published__facts", RoleFact.objects.prefetch_related("sources"))
        return Role.objects.published().prefetch_related(names, facts).filter(slug=slug).first()


@part(shapes.CapabilitySerializer)
class CapabilityViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, ReadOnly):
    """What helpers do for a family."""

    queryset = Capability.objects.prefetch_related("sources")
    serializer_class = shapes.CapabilitySerializer
    lookup_field = "slug"
    lookup_value_regex = SLUG


@part(shapes.NeedSerializer)
class NeedViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, ReadOnly):
    """What a child or family may need, and the capabilities each need calls for."""

    queryset = Need.objects.prefetch_related(
        Prefetch("calls", NeedCapability.objects.select_related("capability")), "role_hints", "sources"
    )
    serializer_class = shapes.NeedSerializer
    lookup_field = "slug"
    lookup_value_regex = SLUG


@part(shapes.StateSerializer, shapes.StateDetailSerializer)
class StateViewSet(mixins.ListModelMixin, ReadOnly):
    """The states: their titles, the ones easy to mix up, and the boards to look a license up at."""

    queryset = Jurisdiction.objects.all()
    serializer_class = shapes.StateSerializer
    lookup_field = "code"
    lookup_value_regex = "[A-Za-z]{2}"

    def retrieve(self, request: Request, code: str) -> Response:
        boards = Prefetch("boards__sources")
        titles = Prefetch("titles", StateTitle.objects.prefetch_related("sources"))
        state = self.queryset.prefetch_related(titles, boards).filter(code=code.upper()).first()
        if state is None:
            raise Http404
        rows = list(state.titles.all())
        full = {
            "code": state.code,
            "name": state.name,
            "titles": [row for row in rows if row.tier != StateTitle.Tier.TRAP],
            "traps": [row for row in rows if row.tier == StateTitle.Tier.TRAP],
            "boards": state.boards.all(),
            "collisions": _collisions(state.code),
        }
        return Response(shapes.StateDetailSerializer(full).data)


def _collisions(code: str) -> list[Collision]:
    """Letters one of whose readings names the state."""
    rows = Collision.objects.filter(readings__states=code).distinct()
    return list(rows.prefetch_related("readings", "sources"))


@part(shapes.QuestionSerializer, parameters=(ROLE,))
class QuestionViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, ReadOnly):
    """Words a parent can say, and what a clear answer has."""

    queryset = Question.objects.prefetch_related("for_roles", "sources")
    serializer_class = shapes.QuestionSerializer
    lookup_field = "key"
    lookup_value_regex = SLUG

    def get_queryset(self) -> QuerySet[Question]:
        role = self.request.query_params.get("role", "") if self.request else ""
        rows = super().get_queryset()
        return rows.filter(for_roles__slug=role) if role else rows


@part(shapes.SourceSerializer)
class SourceViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, ReadOnly):
    """Where the facts come from."""

    queryset = Source.objects.all()
    serializer_class = shapes.SourceSerializer
    lookup_field = "key"
    lookup_value_regex = "[-a-zA-Z0-9_.]+"  # citations have dots: ORS-675.530


class PartsView(Public):
    """What this API has: each part and its address."""

    @extend_schema(responses=answers(dict[str, dict[str, str]]))
    def get(self, request: Request) -> Response:
        here = request.build_absolute_uri(request.path)
        return Response({"parts": {part: f"{here}{part}/" for part in PARTS}})


class NowhereView(Public):
    """An address of the API that leads nowhere answers in JSON, as its other answers do."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise NotFound
