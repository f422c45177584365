# Two stages: the tools that build stay behind; what runs has no compiler, no pip cache and no root.
FROM python:3.11-slim AS build
WORKDIR /srv/room
RUN python -m venv /opt/room
COPY requirements/build.txt requirements/prod.txt requirements/
RUN /opt/room/bin/pip install --no-cache-dir --require-hashes -r requirements/build.txt \
 && /opt/room/bin/uv pip sync --python /opt/room/bin/python --no-cache --require-hashes \
      requirements/prod.txt requirements/build.txt
COPY pyproject.toml README.md manage.py ./
COPY platform platform
COPY roles roles
COPY cases cases
COPY coaching coaching
COPY templates templates
RUN /opt/room/bin/uv pip install --python /opt/room/bin/python --no-cache --no-deps --no-build-isolation -e .
# The addresses below are never called: collecting files needs settings, not servers.
RUN ROOM_MODE=production ROOM_VAR=/srv/room/var ALLOWED_HOSTS=build.example.org \
    SITE_ADDRESS=https://build.example.org DATABASE_URL=postgres://build@127.0.0.1:1/build \
    REDIS_URL=redis://127.0.0.1:1/0 EMAIL_URL=smtp://127.0.0.1:1 TRUSTED_PROXIES=0 \
    SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
    /opt/room/bin/python manage.py collectstatic --noinput --verbosity 0

FROM python:3.11-slim
RUN useradd --system --create-home --uid 10001 room
COPY --from=build /opt/room /opt/room
COPY --from=build --chown=room:room /srv/room /srv/room
WORKDIR /srv/room
ENV PATH=/opt/room/bin:$PATH ROOM_MODE=production ROOM_VAR=/srv/room/var \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=config.settings
USER room
EXPOSE 8000
CMD ["gunicorn", "config.wsgi:application", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", \
     "--workers", "2", "--threads", "8", "--max-requests", "2000", "--max-requests-jitter", "200", \
     "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
