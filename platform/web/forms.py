"""How forms look."""

from django.forms.renderers import TemplatesSetting


class RoomFormRenderer(TemplatesSetting):
    """Fields are drawn by ``templates/web/_field.html``: label, hint, error, input, in that order."""

    field_template_name = "web/_field.html"
