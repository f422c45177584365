from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"

    def ready(self) -> None:
        import cases.receivers  # noqa: F401  connects
        from cases.notices import register_notices
        from cases.presenters.in_your_room import people_with_roles
        from roles.hooks import in_your_room

        register_notices()
        in_your_room.append(people_with_roles)
