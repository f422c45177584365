"""Pages: served by WSGI, which costs half the CPU of ASGI for synchronous views."""

import os

from django.core.wsgi import get_wsgi_application

from config.guard import plainly

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"  # and no other, whatever the shell says
with plainly():
    application = get_wsgi_application()
