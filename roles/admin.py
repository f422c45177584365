"""The catalogue's rows for curators: plain lists and forms, sources in sight. What is published stays."""

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


class ReadOnly(admin.ModelAdmin):
    """Rows that are only ever followed by others, or that the loader alone writes."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(CatalogueVersion)
class CatalogueVersionAdmin(ReadOnly):
    list_display = ["number", "published_at", "checked_on", "digest"]


class RoleFactInline(admin.StackedInline):
    model = RoleFact
    extra = 0
    can_delete = False
    fields = ["group", "key", "value", "text", "confidence", "sources"]
    readonly_fields = ["group", "key", "value", "text", "confidence", "sources"]


@admin.register(RoleRevision)
class RoleRevisionAdmin(ReadOnly):
    list_display = ["role", "number", "acronym", "name", "jurisdiction", "catalogue"]
    list_filter = ["licence", "tier", "jurisdiction"]
    search_fields = ["role__slug", "acronym", "name"]
    list_select_related = ["role", "jurisdiction", "catalogue"]
    inlines = [RoleFactInline]


class RoleNameInline(admin.TabularInline):
    model = RoleName
    extra = 0
    autocomplete_fields = ["jurisdiction"]


@admin.register(Role)
class RoleAdmin(admin.ModelAdmin):
    list_display = ["slug", "published", "position"]
    list_select_related = ["published"]
    search_fields = ["slug", "published__acronym", "published__name", "names__name"]
    readonly_fields = ["published"]
    inlines = [RoleNameInline]


@admin.register(Fit)
class FitAdmin(admin.ModelAdmin):
    list_display = ["role", "capability", "jurisdiction", "value", "claim", "confidence", "reviewed_on"]
    list_filter = ["value", "claim", "confidence", "capability"]
    list_select_related = ["role", "capability", "jurisdiction"]
    search_fields = ["role__slug", "capability__title", "reason"]
    autocomplete_fields = ["role", "capability", "jurisdiction", "sources"]


@admin.register(Capability)
class CapabilityAdmin(admin.ModelAdmin):
    list_display = ["title", "slug", "clinical", "opened_by_training", "confidence"]
    search_fields = ["title", "slug"]
    autocomplete_fields = ["sources"]


class NeedCapabilityInline(admin.TabularInline):
    model = NeedCapability
    extra = 0
    autocomplete_fields = ["capability"]


@admin.register(Need)
class NeedAdmin(admin.ModelAdmin):
    list_display = ["title", "slug", "group", "safety", "urgency", "confidence"]
    list_filter = ["group", "safety", "urgency"]
    search_fields = ["title", "slug"]
    autocomplete_fields = ["sources", "role_hints"]
    inlines = [NeedCapabilityInline]


@admin.register(Question)
class QuestionAdmin(admin.ModelAdmin):
    list_display = ["text", "group", "reply_days", "for_anyone", "confidence"]
    list_filter = ["group", "for_anyone", "confidence"]
    search_fields = ["key", "text"]
    autocomplete_fields = ["for_roles", "sources"]


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ["key", "title", "kind", "seen", "locator"]
    list_filter = ["kind", "seen"]
    search_fields = ["key", "title", "locator"]


@admin.register(Jurisdiction)
class JurisdictionAdmin(admin.ModelAdmin):
    list_display = ["name", "code"]
    search_fields = ["name", "code"]


@admin.register(StateTitle)
class StateTitleAdmin(admin.ModelAdmin):
    list_display = ["term", "jurisdiction", "tier", "meaning", "confidence"]
    list_filter = ["tier", "confidence", "jurisdiction"]
    list_select_related = ["jurisdiction"]
    search_fields = ["term", "meaning"]
    autocomplete_fields = ["jurisdiction", "sources"]


@admin.register(Board)
class BoardAdmin(admin.ModelAdmin):
    list_display = ["name", "jurisdiction", "url", "confidence"]
    list_filter = ["confidence", "jurisdiction"]
    list_select_related = ["jurisdiction"]
    search_fields = ["name"]
    autocomplete_fields = ["jurisdiction", "sources"]


class CollisionReadingInline(admin.TabularInline):
    model = CollisionReading
    extra = 0


@admin.register(Collision)
class CollisionAdmin(admin.ModelAdmin):
    list_display = ["title", "rule", "confidence"]
    search_fields = ["title"]
    autocomplete_fields = ["sources"]
    inlines = [CollisionReadingInline]


@admin.register(CrisisLine)
class CrisisLineAdmin(admin.ModelAdmin):
    list_display = ["name", "region", "how", "hours", "confidence"]
    list_filter = ["confidence", "jurisdiction"]
    search_fields = ["name", "region"]
    autocomplete_fields = ["jurisdiction", "sources"]


@admin.register(Notice)
class NoticeAdmin(admin.ModelAdmin):
    list_display = ["title", "kind", "confidence"]
    list_filter = ["kind"]
    search_fields = ["title"]
    autocomplete_fields = ["sources"]
