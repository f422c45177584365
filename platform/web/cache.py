"""A cache that counts tries also while Redis is away: signing in does not wait for it."""

import logging
import time
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError as Away
from redis.exceptions import TimeoutError as Slow

logger = logging.getLogger(__name__)
PAUSE_SECONDS = 30.0  # so long nobody asks again: each try could cost a page its patience
away = {"until": 0.0}


def _steady(name: str) -> Any:
    def act(self: RedisCache, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= away["until"]:
            try:
                return getattr(super(SteadyCache, self), name)(*args, **kwargs)
            except (Away, Slow) as error:
                away["until"] = time.monotonic() + PAUSE_SECONDS
                logger.warning("Redis is away (%s): counting in the database", type(error).__name__)
        return getattr(caches["spare"], name)(*args, **kwargs)

    return act


class SteadyCache(RedisCache):
    """Redis while it answers, the cache called ``spare`` while it does not."""

    add, get, set, touch, delete = (_steady(name) for name in ("add", "get", "set", "touch", "delete"))
    get_many, set_many, delete_many = (_steady(name) for name in ("get_many", "set_many", "delete_many"))
    has_key, incr, clear = (_steady(name) for name in ("has_key", "incr", "clear"))
