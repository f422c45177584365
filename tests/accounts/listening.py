"""A middleware that notes which language a page is made in."""

from django.utils import translation


class ListeningMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        request.spoken = translation.get_language()
