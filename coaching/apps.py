from django.apps import AppConfig


class CoachingConfig(AppConfig):
    name = "coaching"

    def ready(self) -> None:
        from cases.hooks import room_side
        from coaching.notices import register_kinds
        from coaching.room_card import last_words

        register_kinds()
        room_side.append(last_words)
