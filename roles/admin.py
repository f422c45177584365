"""The catalogue's rows for curators to read: plain lists and pages, sources in sight."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from roles.models import (
    Board,
    Capability,
    CatalogueVersion,
    Collision,
    CollisionReading,
    CrisisLine,
    Fit,
    Jurisdiction,
    Need,
    NeedCapability,
    Notice,
    Question,
    Role,
    RoleFact,
    RoleName,
    RoleRevision,
    Source,
    StateTitle,
)


class ForCurators:
    """Rows to read. They are changed in the data files, and the loader alone writes them."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return getattr(request.user, "is_curator", False)  # the frame of the desk is drawn for visitors too

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ReadOnly(ForCurators, admin.ModelAdmin):
    """A list of rows, and a page for each."""


class Rows(ForCurators, admin.TabularInline):
    """What belongs to a row, on its page."""


@admin.register(CatalogueVersion)
class CatalogueVersionAdmin(ReadOnly):
    list_display = ["number", "published_at", "checked_on", "digest"]


class RoleFactInline(ForCurators, admin.StackedInline):
    model = RoleFact
    fields = ["group", "key", "value", "text", "confidence", "sources"]


@admin.register(RoleRevision)
class RoleRevisionAdmin(ReadOnly):
    list_display = ["role", "number", "acronym", "name", "jurisdiction", "catalogue"]
    list_filter = ["licence", "tier", "jurisdiction"]
    search_fields = ["role__slug", "acronym", "name"]
    list_select_related = ["role", "jurisdiction", "catalogue"]
    inlines = [RoleFactInline]


class RoleNameInline(Rows):
    model = RoleName


@admin.register(Role)
class RoleAdmin(ReadOnly):
    list_display = ["slug", "published", "position"]
    list_select_related = ["published"]
    search_fields = ["slug", "published__acronym", "published__name", "names__name"]
    inlines = [RoleNameInline]


@admin.register(Fit)
class FitAdmin(ReadOnly):
    list_display = ["role", "capability", "jurisdiction", "value", "ground", "claim", "confidence"]
    list_filter = ["value", "ground", "claim", "confidence", "capability"]
    list_select_related = ["role", "capability", "jurisdiction"]
    search_fields = ["role__slug", "capability__title", "reason"]


@admin.register(Capability)
class CapabilityAdmin(ReadOnly):
    list_display = ["title", "slug", "clinical", "opened_by_training", "confidence"]
    search_fields = ["title", "slug"]


class NeedCapabilityInline(Rows):
    model = NeedCapability


@admin.register(Need)
class NeedAdmin(ReadOnly):
    list_display = ["title", "slug", "group", "safety", "urgency", "confidence"]
    list_filter = ["group", "safety", "urgency"]
    search_fields = ["title", "slug"]
    inlines = [NeedCapabilityInline]


@admin.register(Question)
class QuestionAdmin(ReadOnly):
    list_display = ["text", "group", "reply_days", "for_anyone", "confidence"]
    list_filter = ["group", "for_anyone", "confidence"]
    search_fields = ["key", "text"]


@admin.register(Source)
class SourceAdmin(ReadOnly):
    list_display = ["key", "title", "kind", "seen", "locator"]
    list_filter = ["kind", "seen"]
    search_fields = ["key", "title", "locator"]


@admin.register(Jurisdiction)
class JurisdictionAdmin(ReadOnly):
    list_display = ["name", "code"]
    search_fields = ["name", "code"]


@admin.register(StateTitle)
class StateTitleAdmin(ReadOnly):
    list_display = ["term", "jurisdiction", "tier", "meaning", "confidence"]
    list_filter = ["tier", "confidence", "jurisdiction"]
    list_select_related = ["jurisdiction"]
    search_fields = ["term", "meaning"]


@admin.register(Board)
class BoardAdmin(ReadOnly):
    list_display = ["name", "jurisdiction", "url", "confidence"]
    list_filter = ["confidence", "jurisdiction"]
    list_select_related = ["jurisdiction"]
    search_fields = ["name"]


class CollisionReadingInline(Rows):
    model = CollisionReading


@admin.register(Collision)
class CollisionAdmin(ReadOnly):
    list_display = ["title", "rule", "confidence"]
    search_fields = ["title"]
    inlines = [CollisionReadingInline]


@admin.register(CrisisLine)
class CrisisLineAdmin(ReadOnly):
    list_display = ["name", "region", "how", "hours", "confidence"]
    list_filter = ["confidence", "jurisdiction"]
    search_fields = ["name", "region"]


@admin.register(Notice)
class NoticeAdmin(ReadOnly):
    list_display = ["title", "kind", "confidence"]
    list_filter = ["kind"]
    search_fields = ["title"]
