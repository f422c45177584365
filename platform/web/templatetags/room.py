"""Tags every template has: icons and marks."""

from django import template

register = template.Library()
