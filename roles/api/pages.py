"""Long lists of the API in pages, whose size a program may choose."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import PageNumberPagination
from rest_framework.request import Request


class Pages(PageNumberPagination):
    """A size that is no number is a slip and is told as one: without a word it would give other pages."""

    page_size = 100
    page_size_query_param = "page_size"
    max_page_size = 200

    def get_page_size(self, request: Request) -> int | None:
        written = request.query_params.get(self.page_size_query_param)
        if written is not None and not (written.isascii() and written.isdecimal() and written.strip("0")):
            raise ValidationError({self.page_size_query_param: [_("Use a whole number, 1 or more.")]})
        return super().get_page_size(request)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = super().get_schema_operation_parameters(view)
        for parameter in told:
            parameter["schema"] |= {"minimum": 1}
        return told
