"""How the catalogue and a read signature look in the API."""

from typing import Any

from django.db import models
from rest_framework import serializers

from roles.catalogue import Kind, Reach
from roles.models import (
    Board,
    Capability,
    Collision,
    CollisionReading,
    Fit,
    Jurisdiction,
    Need,
    NeedCapability,
    Question,
    RoleFact,
    RoleName,
    RoleRevision,
    Source,
    StateTitle,
)


def _words_of(choices: type[models.TextChoices]) -> str:
    """'law (Law or rule), official (Official page)': each value, with what it stands for."""
    return ", ".join(f"{value} ({label})" for value, label in choices.choices)


class SourceSerializer(serializers.ModelSerializer[Source]):
    kind = serializers.CharField(help_text=f"{_words_of(Source.Kind)}.")
    address = serializers.CharField(help_text="The web address to read it at, '' when it is not on the web.")

    class Meta:
        model = Source
        fields = ("key", "title", "address", "locator", "kind", "version", "seen", "note")


def _source_keys() -> Any:
    return serializers.SlugRelatedField(slug_field="key", many=True, read_only=True)


def _role_slugs() -> Any:
    return serializers.SlugRelatedField(slug_field="slug", many=True, read_only=True)


class RoleSerializer(serializers.Serializer[Any]):
    """A role in a few lines."""

    slug = serializers.SlugField()
    letters = serializers.CharField(
        help_text="What stands on the badge: the letters, or the name without any."
    )
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=[kind.value for kind in Kind], help_text="What the letters are.")
    tier = serializers.CharField()
    state = serializers.CharField(help_text="Where the facts hold. US: no single law.")
    licence = serializers.ChoiceField(choices=RoleRevision.Licence.choices)
    lede = serializers.CharField()
    brings = serializers.CharField()
    needs_supervisor = serializers.BooleanField()
    ambiguous = serializers.BooleanField(help_text="A title that does not tell the training: ask.")
    confused_with = serializers.CharField(help_text="Slug of the role it is mixed up with, or ''.")


class RoleNameSerializer(serializers.ModelSerializer[RoleName]):
    sources = _source_keys()
    kind = serializers.CharField(help_text="letters, name, title or spoken.")
    state = serializers.CharField(source="jurisdiction_id", allow_null=True, help_text="Empty: anywhere.")

    class Meta:
        model = RoleName
        fields = ("name", "kind", "state", "note", "confidence", "sources")


class RoleFactSerializer(serializers.ModelSerializer[RoleFact]):
    sources = _source_keys()

    class Meta:
        model = RoleFact
        fields = ("group", "key", "value", "text", "confidence", "sources")


class SourceRefSerializer(serializers.Serializer[Any]):
    key = serializers.CharField()
    title = serializers.CharField()
    address = serializers.CharField()
    kind = serializers.CharField()


class FitSerializer(serializers.Serializer[Any]):
    """How far the role's minimum training reaches for a capability. No entry: unknown, never no."""

    capability = serializers.SlugField()
    state = serializers.CharField(help_text="Empty: where the role's facts hold.")
    reach = serializers.ChoiceField(choices=[reach.value for reach in Reach])
    ground = serializers.CharField(help_text=f"Why it is less than trained: {_words_of(Fit.Ground)}; or ''.")
    claim = serializers.CharField(help_text="rule, agency or lived.")
    rule_of = serializers.CharField(
        help_text="The state whose rule it is, where no single law defines the role."
    )
    reason = serializers.CharField()
    confidence = serializers.CharField(help_text="verified, or from-knowledge: not read by us yet.")
    reviewed_on = serializers.DateField()
    sources = SourceRefSerializer(many=True)


class RoleDetailSerializer(RoleSerializer):
    """A role in full."""

    license_short = serializers.CharField()
    school_short = serializers.CharField()
    works_under_short = serializers.CharField()
    revision = serializers.IntegerField()
    names = RoleNameSerializer(many=True)
    facts = RoleFactSerializer(many=True)
    fits = FitSerializer(many=True)


class CapabilitySerializer(serializers.ModelSerializer[Capability]):
    sources = _source_keys()

    class Meta:
        model = Capability
        fields = (
            "slug",
            "title",
            "noun",
            "plain",
            "looks_like",
            "not_the_same_as",
            "ask_for",
            "clinical",
            "confidence",
            "sources",
        )


class NeedCapabilitySerializer(serializers.ModelSerializer[NeedCapability]):
    capability = serializers.SlugRelatedField[Capability](slug_field="slug", read_only=True)

    class Meta:
        model = NeedCapability
        fields = ("capability", "mode")


class NeedSerializer(serializers.ModelSerializer[Need]):
    calls = NeedCapabilitySerializer(many=True, read_only=True)
    role_hints = _role_slugs()
    sources = _source_keys()

    class Meta:
        model = Need
        fields = (
            "slug",
            "title",
            "plain",
            "group",
            "group_title",
            "safety",
            "urgency",
            "note",
            "asks",
            "clear_answer",
            "if_not",
            "calls",
            "role_hints",
            "confidence",
            "sources",
        )


class QuestionSerializer(serializers.ModelSerializer[Question]):
    for_roles = _role_slugs()
    sources = _source_keys()

    class Meta:
        model = Question
        fields = (
            "key",
            "group",
            "text",
            "why",
            "clear_answer",
            "vague_answer",
            "reply_days",
            "follow_up",
            "for_anyone",
            "for_roles",
            "confidence",
            "sources",
        )


class StateSerializer(serializers.ModelSerializer[Jurisdiction]):
    class Meta:
        model = Jurisdiction
        fields = ("code", "name")


class StateTitleSerializer(serializers.ModelSerializer[StateTitle]):
    sources = _source_keys()

    class Meta:
        model = StateTitle
        fields = ("tier", "term", "meaning", "confidence", "sources")


class BoardSerializer(serializers.ModelSerializer[Board]):
    sources = _source_keys()

    class Meta:
        model = Board
        fields = ("name", "url", "note", "confidence", "sources")


class ReadingSerializer(serializers.ModelSerializer[CollisionReading]):
    class Meta:
        model = CollisionReading
        fields = ("where", "level")


class CollisionSerializer(serializers.ModelSerializer[Collision]):
    """Letters that change meaning between states."""

    readings = ReadingSerializer(many=True, read_only=True)
    sources = _source_keys()

    class Meta:
        model = Collision
        fields = ("title", "readings", "rule", "confidence", "sources")


class StateDetailSerializer(serializers.Serializer[Any]):
    """Titles of a state, the ones easy to mix up, and where a license can be looked up."""

    code = serializers.CharField()
    name = serializers.CharField()
    titles = StateTitleSerializer(many=True)
    traps = StateTitleSerializer(many=True)
    boards = BoardSerializer(many=True)
    collisions = CollisionSerializer(many=True)
