"""The reading of a pasted signature for other programs: what comes in, what was read, and its address."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import FormParser, JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle

from roles.api.answers import StateField, answers
from roles.api.views import Public, known_state
from roles.catalogue import Catalogue, Kind
from roles.decode import Credential, decode
from roles.forms import LONGEST_TEXT
from roles.wording.notes import say_notes

LARGEST_BODY = 1_000_000


def _words(help_text: str) -> serializers.ListField:
    return serializers.ListField(child=serializers.CharField(), help_text=help_text)


SOMETHING = r"[^\s\u0000\u001c-\u001f\u0085]"
"""What a text holds at least once to be more than blank, the way Python counts blanks."""


@extend_schema_field({"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "pattern": SOMETHING})
class PastedText(serializers.CharField):
    """Any text a person can paste; signs that no text has (NUL, half letters) become spaces."""

    def run_validation(self, data: Any = serializers.empty) -> Any:
        if isinstance(data, str):
            data = "".join(" " if ch == "\0" or "\ud800" <= ch <= "\udfff" else ch for ch in data)
            data = data if data.strip() else ""
        elif data is not None and data is not serializers.empty:
            self.fail("invalid")
        return super().run_validation(data)


class PasteSerializer(serializers.Serializer[Any]):
    """A pasted signature. It stays in this request: not stored, not logged."""

    text = PastedText(
        max_length=LONGEST_TEXT,
        trim_whitespace=False,
        error_messages={
            "required": _("Paste a signature, or type the letters after a name."),
            "invalid": _("We read text alone. Put it in quotes."),
            "blank": _("Paste a signature, or type the letters after a name."),
            "max_length": _("That is a lot of text. Paste just the name and the letters."),
        },
    )
    state = StateField(
        required=False,
        allow_blank=True,
        default="",
        help_text="Two-letter code such as OR; '' when not told.",
    )


class CredentialSerializer(serializers.Serializer[Any]):
    """One group of letters, or one title."""

    text = serializers.CharField(help_text="As written, without marks: 'LPC-Intern' is 'LPC Intern'.")
    kind = serializers.ChoiceField(choices=[kind.value for kind in Kind])
    role = serializers.CharField(help_text="Slug of the role, '' when nothing proves one.")
    candidates = _words("Slugs it could be. Ask.")
    note = serializers.CharField()
    state_matters = serializers.BooleanField()
    is_title = serializers.BooleanField(help_text="A job title or a spoken word: it never proves a role.")
    from_elsewhere = serializers.BooleanField(help_text="We know the role from another state. Tell the note.")


class TrainingSerializer(serializers.Serializer[Any]):
    """Extra training named behind a name, such as TF-CBT."""

    text = serializers.CharField(help_text="As written.")
    capability = serializers.CharField(help_text="Slug of the capability it is for, '' when not known.")


class DecodedSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    credentials = CredentialSerializer(many=True)
    trainings = TrainingSerializer(many=True)
    unknown = _words("Letters we do not know yet.")
    others = _words("Further people, not read: send one person at a time.")
    truncated = serializers.BooleanField(help_text="The text was too long to read whole.")
    catalogue = serializers.IntegerField(help_text="Number of the catalogue version used.")


class DecodeThrottle(AnonRateThrottle):
    scope = "decode"
    rate = "60/min"


class TooLarge(APIException):
    status_code = 413
    default_detail = _("That is a lot of text. Paste just the name and the letters.")
    default_code = "too_large"


class ShallowJSON(JSONParser):
    """JSON as people write it: what nests too deep to be read is refused like any other slip."""

    def parse(self, stream: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().parse(stream, *args, **kwargs)
        except RecursionError as error:
            raise ParseError(_("We could not read this. Send the text in quotes.")) from error


class DecodeView(Public):
    """Reads a pasted signature. By POST alone, so that a name never stands in an address."""

    parser_classes = (ShallowJSON, FormParser, MultiPartParser)
    throttle_classes = (DecodeThrottle,)

    @extend_schema(request=PasteSerializer, responses=answers(DecodedSerializer, 413, 415))
    def post(self, request: Request) -> Response:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
            raise TooLarge
        paste = PasteSerializer(data=request.data)
        paste.is_valid(raise_exception=True)
        state = known_state(self.catalogue, paste.validated_data["state"])
        decoded = decode(paste.validated_data["text"], self.catalogue, state)
        letters = [_with_note(credential, self.catalogue) for credential in decoded.credentials]
        shown = asdict(decoded) | {"credentials": letters, "catalogue": self.catalogue.number}
        return Response(DecodedSerializer(shown).data)


def _with_note(credential: Credential, catalogue: Catalogue) -> dict[str, Any]:
    """The letters, and in one string what stays open about them."""
    return asdict(credential) | {"note": say_notes(credential.notes, catalogue)}
