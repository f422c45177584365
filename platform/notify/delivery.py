"""Emptying the outbox: claim, look again, send, mark.

A row is claimed by one conditional UPDATE that says who won, so any number of runs may work at once. A run
that dies leaves its lease to run out. A kill between sending and marking may repeat a mail, under the same
Message-ID; nothing can lose one.
"""

import logging
import secrets
import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from notify import kinds
from notify.channels import Post, PostClosed, write_letter
from notify.models import Delivery, DeliveryQuerySet

logger = logging.getLogger(__name__)

MAX_TRIES = 8
LONGEST_PAUSE = timedelta(hours=1)
PATIENCE = timedelta(days=2)
BATCH = 100

Clock = Callable[[], datetime]
State = Delivery.State


def deliver_due(*, clock: Clock) -> int:
    """Send everything due at ``clock()``; returns how many mails left. Never call it inside a transaction."""
    give_up_spent(now=clock())
    mails = 0
    with Post() as post:
        try:
            while groups := _due_groups(now=clock()):
                mails += sum(_deliver(ids, post=post, clock=clock) for ids in groups)
        except PostClosed as closed:
            logger.warning("mail server away (%s), trying again next round", closed)
    return mails


def _due_groups(*, now: datetime) -> list[list[int]]:
    """Ids of due rows; those that may share a mail stand together. A row that was lost in sending once
    stands alone: should it be the one that kills workers, it takes no other with it."""
    folding = kinds.folding()
    rows = (
        Delivery.objects.claimable(now)
        .order_by("not_before", "pk")
        .values_list("pk", "recipient_id", "to_email", "kind", "state")[:BATCH]
    )
    groups: dict[tuple[object, ...], list[int]] = {}
    for pk, *whom, kind, state in rows:
        alone = kind not in folding or state == State.SENDING
        groups.setdefault((*whom, kind, pk if alone else None), []).append(pk)
    return list(groups.values())


def _deliver(ids: list[int], *, post: Post, clock: Clock) -> bool:
    """One mail, from claim to mark. True when it left. Raises ``PostClosed`` before anything is claimed."""
    post.open()
    token = secrets.token_hex(16)
    rows = claim(ids, token=token, now=clock())
    wanted = [row for row in rows if _wanted_now(row, token=token, clock=clock)]
    if not wanted:
        return False
    lead, *folded = wanted
    try:
        letter = write_letter(lead, kinds.find(lead.kind), count=len(wanted))
    except Exception as error:
        _put_off([lead], error, token=token, clock=clock)
        _hand_back(folded, token=token)
        return False
    try:
        post.send(letter)
    except Exception as error:
        _put_off(wanted, error, token=token, clock=clock)
        return False
    _mark_told(lead, folded, token=token, now=clock())
    return True


def claim(ids: list[int], *, token: str, now: datetime) -> list[Delivery]:
    """Take those of the rows that are still free, for one lease; returns the rows won.

    ``durable``: a claim that an outer transaction could take back would be no claim.
    """
    with transaction.atomic(durable=True):
        won = (
            Delivery.objects.claimable(now)
            .filter(pk__in=ids)
            .update(
                state=State.SENDING,
                claim=token,
                lease_until=now + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS),
                attempts=F("attempts") + 1,
            )
        )
    if not won:
        return []
    return list(_held(ids, token).select_related("recipient").order_by("not_before", "pk"))


def _wanted_now(row: Delivery, *, token: str, clock: Clock) -> bool:
    """Rights, needs and hours may have changed since the row was written. What is not wanted any more is
    dropped, what is wanted later is free again until then."""
    now = clock()
    try:
        kind = kinds.find(row.kind)
        wanted = (row.recipient is None or row.recipient.is_active) and kind.still_wanted(row)
        later = kind.not_until(row, now) if wanted else None
    except Exception as error:
        _put_off([row], error, token=token, clock=clock)
        return False
    if not wanted:
        _held([row.pk], token).update(state=State.DROPPED, lease_until=None)
        return False
    if later and later > now:
        _hand_back([row], token=token, not_before=later)
        return False
    return True


def _mark_told(lead: Delivery, folded: list[Delivery], *, token: str, now: datetime) -> None:
    told = {"sent_at": now, "lease_until": None, "trouble": "", "turned_away_since": None}
    with transaction.atomic():
        _held([lead.pk], token).update(state=State.SENT, **told)
        _held([row.pk for row in folded], token).update(state=State.FOLDED, **told)


def _put_off(rows: list[Delivery], error: Exception, *, token: str, clock: Clock) -> None:
    """Try again after 2, 4, 8 ... minutes, at most an hour apart; after the last try, tell the admins.

    A mail server that asks to come back later (4xx) is no fault of the row: for two days no try is charged.
    """
    trouble, now = describe(error), clock()
    for row in rows:
        since = row.turned_away_since or now
        if is_passing(error) and now - since < PATIENCE:
            again = now + min(max(now - since, pause_after(1)), LONGEST_PAUSE)
            _hand_back([row], token=token, not_before=again, turned_away_since=since, trouble=trouble)
            continue
        logger.warning("delivery %s: %s, try %s of %s", row.pk, trouble, row.attempts, MAX_TRIES)
        spent = row.attempts >= MAX_TRIES
        _held([row.pk], token).update(
            state=State.DEAD if spent else State.WAITING,
            not_before=row.not_before if spent else now + pause_after(row.attempts),
            lease_until=None,
            trouble=trouble,
        )


def _hand_back(rows: list[Delivery], *, token: str, **changes: datetime | str) -> None:
    """Nothing is wrong with them, they only do not leave now: free again, no try charged."""
    _held([row.pk for row in rows], token).update(
        state=State.WAITING, lease_until=None, attempts=F("attempts") - 1, **changes
    )


def _held(ids: list[int], token: str) -> DeliveryQuerySet:
    """The rows, as long as this run still holds them: a run that outlived its lease marks nothing."""
    return Delivery.objects.filter(pk__in=ids, state=State.SENDING, claim=token)


def give_up_spent(*, now: datetime) -> int:
    """Rows whose last try ended with the death of the worker: nobody was left to mark them."""
    spent = Delivery.objects.filter(state=State.SENDING, lease_until__lte=now, attempts__gte=MAX_TRIES)
    return spent.update(state=State.DEAD, lease_until=None, trouble="lost while sending")


def pause_after(tries: int) -> timedelta:
    """Minutes double with each try, up to an hour."""
    return min(timedelta(minutes=2**tries), LONGEST_PAUSE)


def describe(error: Exception) -> str:
    """What kind of trouble, without a word of the message or the address."""
    return f"{type(error).__name__} {code_of(error) or ''}".strip()[:80]


def is_passing(error: Exception) -> bool:
    """Did the mail server say that it will take this later?"""
    return 400 <= (code_of(error) or 0) < 500


def code_of(error: Exception) -> int | None:
    """What the mail server answered, if it did."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next(iter(error.recipients.values()))[0]
    return getattr(error, "smtp_code", None)
