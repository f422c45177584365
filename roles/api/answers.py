"""Every answer of the API by its name in the schema: the full one, and each that says no, with its body."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import DatabaseError
from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import serializers

from roles.reader import current_catalogue

NO_ZERO = {"type": "string", "pattern": r"^[^\u0000]*$"}
"""Any text without the byte 0, which the whole site refuses."""
WRONG_HERE = {
    "type": "object",
    "properties": {"detail": {"type": "string"}},
    "additionalProperties": {"type": "array", "items": {"type": "string"}},
    "minProperties": 1,
}
"""What is wrong with each field, or with all of it."""


class NoSerializer(serializers.Serializer[Any]):
    """Why there is no other answer."""

    detail = serializers.CharField()


SAYS_NO = {
    304: OpenApiResponse(description="What you kept under this ETag still holds."),
    400: OpenApiResponse(WRONG_HERE, "We could not read what you sent. Told for each field, or in `detail`."),
    404: OpenApiResponse(NoSerializer, "Nothing stands here, or the list has no such page."),
    406: OpenApiResponse(NoSerializer, "`Accept` asks for something else than JSON."),
    413: OpenApiResponse(NoSerializer, "Too long to be read."),
    415: OpenApiResponse(NoSerializer, "Send JSON or a form."),
    429: OpenApiResponse(NoSerializer, "Too many in a minute. `Retry-After` has the seconds to wait."),
    503: OpenApiResponse(NoSerializer, "Not open right now. `Retry-After` has the seconds to wait."),
}
ANYWHERE = (400, 406, 429, 503)


def answers(full: Any, *more: int) -> dict[int, Any]:
    """The answers of one operation: the full one, those that every address can give, and ``more``."""
    return {200: full} | {status: SAYS_NO[status] for status in sorted({*ANYWHERE, *more})}


def part(
    short: type[serializers.BaseSerializer[Any]],
    full: type[serializers.BaseSerializer[Any]] | None = None,
    *,
    parameters: Sequence[OpenApiParameter] = (),
) -> Callable[[Any], Any]:
    """The answers of a part of the catalogue: a list with each in ``short``, and one of them in ``full``."""
    return extend_schema_view(
        list=extend_schema(parameters=[*parameters], responses=answers(short(many=True), 304, 404)),
        retrieve=extend_schema(responses=answers(full or short, 304, 404)),
    )


class States(Sequence[str]):
    """The codes a program may send, '' for none. Asked when the schema is made: the catalogue has them."""

    def __len__(self) -> int:
        return len(self._codes())

    def __getitem__(self, index: Any) -> Any:
        return self._codes()[index]

    @staticmethod
    def _codes() -> list[str]:
        try:
            return ["", *sorted(current_catalogue().states)]
        except DatabaseError:  # `manage.py check` looks at the schema where no database is yet
            return [""]


STATE = OpenApiParameter("state", str, enum=States(), description="Two-letter code, such as OR.")


class StateField(serializers.CharField):
    """The code of a state of the catalogue, '' for none."""


class StateInSchema(OpenApiSerializerFieldExtension):
    target_class = StateField

    def map_serializer_field(self, auto_schema: Any, direction: Any) -> dict[str, Any]:
        return {"type": "string", "enum": list(States())}
