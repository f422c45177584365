# Two stages: what installs and builds stays behind; what runs has no compiler, no installer and no root.
FROM python:3.13-slim AS build
WORKDIR /srv/room
ENV PYTHONDONTWRITEBYTECODE=1
# The tools have a folder of their own, so that nothing of them is among what is copied below.
COPY requirements/build.txt requirements/prod.txt requirements/
RUN python -m venv /opt/tools \
 && /opt/tools/bin/pip install --no-cache-dir --require-hashes -r requirements/build.txt \
 && python -m venv --without-pip /opt/room \
 && /opt/tools/bin/uv pip sync --python /opt/room/bin/python --no-cache --require-hashes requirements/prod.txt
COPY pyproject.toml README.md LICENSE NOTICE manage.py ./
COPY platform platform
COPY roles roles
COPY cases cases
COPY coaching coaching
COPY templates templates
RUN /opt/tools/bin/hatchling build -t wheel:editable -d /tmp/wheel \
 && /opt/tools/bin/uv pip install --python /opt/room/bin/python --no-cache --no-deps /tmp/wheel/*.whl
# The addresses below are never called: collecting files needs settings, not servers.
RUN ROOM_MODE=production ROOM_VAR=/srv/room/var ALLOWED_HOSTS=build.example.org \
    SITE_ADDRESS=https://build.example.org DATABASE_URL=postgres://build@127.0.0.1:1/build \
    REDIS_URL=redis://127.0.0.1:1/0 EMAIL_URL=smtp://127.0.0.1:1 TRUSTED_PROXIES=0 \
    SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
    /opt/room/bin/python manage.py collectstatic --noinput --verbosity 0
# Compiled once here, as the disk is read-only later. No look at the sources' dates: copying may change them.
RUN /opt/room/bin/python -m compileall -q -j 0 --invalidation-mode unchecked-hash /opt/room/lib . \
 && rm -r requirements

FROM python:3.13-slim
RUN useradd --system --create-home --uid 10001 room \
 && python -m pip uninstall --quiet --yes --root-user-action ignore pip
COPY --from=build /opt/room /opt/room
COPY --from=build --chown=room:room /srv/room /srv/room
WORKDIR /srv/room
ENV PATH=/opt/room/bin:$PATH ROOM_MODE=production ROOM_VAR=/srv/room/var \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=config.settings
USER room
EXPOSE 8000
# Of the pages, which is what the image starts; docker-compose.yml says it for the other parts.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 \
  CMD ["python", "platform/config/probe.py", "http://127.0.0.1:8000/healthz"]
CMD ["gunicorn", "config.wsgi:application", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", \
     "--workers", "2", "--threads", "8", "--max-requests", "2000", "--max-requests-jitter", "200", \
     "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
