from django.apps import AppConfig

from web import log_words


class WebConfig(AppConfig):
    name = "web"

    def ready(self) -> None:
        log_words.install()
