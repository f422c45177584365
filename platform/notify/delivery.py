"""Emptying the outbox: claim a batch, look again, then send and mark letter by letter.

Rows are claimed by one conditional UPDATE that says who won, so any number of runs may work at once. A run
that dies leaves its lease to run out. A kill between sending and marking may repeat that one mail, under the
same Message-ID; nothing can lose one.
"""

import logging
import smtplib
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F

from notify import kinds
from notify.channels import Post, PostClosed, write_letter
from notify.kinds import Door
from notify.lease import Clock, Lease
from notify.models import Delivery, DeliveryQuerySet

logger = logging.getLogger(__name__)

MAX_TRIES = 8
LONGEST_PAUSE = timedelta(hours=1)
PATIENCE = timedelta(days=2)
BATCH = 100

State = Delivery.State


def deliver_due(*, clock: Clock) -> int:
    """Send everything due at ``clock()``; returns how many mails left. Never call it inside a transaction."""
    give_up_spent(now=clock())
    with Post() as post:
        try:
            while (batch := _due_batch(now=clock())) and Run(post, clock).deliver(batch):
                pass
        except PostClosed as closed:
            logger.warning("mail server away (%s), trying again next round", closed)
        return post.letters


def _due_batch(*, now: datetime) -> list[list[int]]:
    """Ids of due rows; those that may share a mail stand together.

    A row that was lost in sending once, or has one try left, is a batch of its own: should it be the one that
    kills workers, it takes no other with it.
    """
    folding = kinds.folding()
    rows = (
        Delivery.objects.claimable(now)
        .order_by("not_before", "pk")
        .values_list("pk", "recipient_id", "to_email", "kind", "state", "attempts")[:BATCH]
    )
    groups: dict[tuple[object, ...], list[int]] = {}
    for pk, *whom, kind, state, attempts in rows:
        alone = state == State.SENDING or attempts >= MAX_TRIES - 1
        if alone and not groups:
            return [[pk]]
        if not alone:
            groups.setdefault((*whom, kind, None if kind in folding else pk), []).append(pk)
    return list(groups.values())


def claim(ids: Sequence[int], *, token: str, now: datetime) -> list[Delivery]:
    """Take those of the rows that are still free, for one lease; returns the rows won.

    They are held in one order: of two runs that meet, one waits and finds what is left. ``durable``: a claim
    that an outer transaction could take back would be no claim.
    """
    with transaction.atomic(durable=True):
        free = Delivery.objects.claimable(now).filter(pk__in=ids)
        ours = list(free.order_by("pk").select_for_update().values_list("pk", flat=True))
        won = free.filter(pk__in=ours).update(
            state=State.SENDING,
            claim=token,
            lease_until=now + timedelta(seconds=settings.DELIVERY_LEASE_SECONDS),
            attempts=F("attempts") + 1,
        )
    if not won:
        return []
    return list(held(ours, token).select_related("recipient").order_by("not_before", "pk"))


class Run:
    """One batch from claim to marks, within one lease."""

    def __init__(self, post: Post, clock: Clock) -> None:
        self.post, self.clock = post, clock

    def deliver(self, groups: list[list[int]]) -> bool:
        """False when there was no time for a single letter. What there was no time for is free again.

        Raises ``PostClosed``.
        """
        self.post.open()
        self.lease = Lease(self.clock)
        rows = claim([pk for ids in groups for pk in ids], token=self.lease.token, now=self.lease.since)
        doors = self._doors(rows)
        wanted = self._wanted_now(rows, doors)
        letters = [found for ids in groups if (found := [wanted[pk] for pk in ids if pk in wanted])]
        return self._send_all(letters, doors)

    def _send_all(self, letters: list[list[Delivery]], doors: Mapping[str, Door]) -> bool:
        begun = not letters
        try:
            while letters:
                letter = self._write(letters[0], doors)
                self.post.open()  # the line may have been lost with the letter before
                if not self.lease.allows_another(first=not begun):
                    break
                begun, rows = True, letters.pop(0)
                if letter:
                    self._send(letter, rows)
        finally:
            self._hand_back([row for rows in letters for row in rows])
        return begun

    def _doors(self, rows: list[Delivery]) -> dict[str, Door]:
        """What is asked of the rows of each kind; where that cannot be found out, they are put off."""
        kinds_of: dict[str, list[Delivery]] = {}
        for row in rows:
            kinds_of.setdefault(row.kind, []).append(row)
        doors = {}
        for name, some in kinds_of.items():
            try:
                doors[name] = kinds.find(name).door(some, self.clock())
            except Exception as error:
                self._put_off(some, error)
        return doors

    def _wanted_now(self, rows: list[Delivery], doors: Mapping[str, Door]) -> dict[int, Delivery]:
        """Rights, needs and hours may have changed since the rows were written. What is not wanted any more
        is dropped, what is wanted later is free again until then."""
        now = self.clock()
        found: dict[datetime | None, list[Delivery]] = {}
        for row in rows:
            if row.kind in doors:
                try:
                    found.setdefault(_leaves(row, doors[row.kind], now), []).append(row)
                except Exception as error:
                    self._put_off([row], error)
        self._held(found.pop(None, [])).update(state=State.DROPPED, lease_until=None)
        wanted = found.pop(now, [])
        for later, some in found.items():
            self._hand_back(some, not_before=later)
        return {row.pk: row for row in wanted}

    def _write(self, rows: list[Delivery], doors: Mapping[str, Door]) -> EmailMessage | None:
        """One mail about all of the rows, the first of them being what it is about."""
        lead, *folded = rows
        try:
            context = doors[lead.kind].context(lead)
            return write_letter(lead, kinds.find(lead.kind), context, count=len(rows))
        except Exception as error:
            self._put_off([lead], error)
            self._hand_back(folded)
            return None

    def _send(self, letter: EmailMessage, rows: list[Delivery]) -> None:
        try:
            self.post.send(letter)
        except Exception as error:
            self._put_off(rows, error)
        else:
            self._mark_told(*rows)

    def _mark_told(self, lead: Delivery, *folded: Delivery) -> None:
        told = {"sent_at": self.clock(), "lease_until": None, "trouble": "", "turned_away_since": None}
        with transaction.atomic() if folded else nullcontext():
            self._held([lead]).update(state=State.SENT, **told)
            self._held(list(folded)).update(state=State.FOLDED, **told)

    def _put_off(self, rows: list[Delivery], error: Exception) -> None:
        """Try again after 2, 4, 8 ... minutes, at most an hour apart; after the last try, tell the admins.

        A mail server that asks to come back later (4xx) is no fault of the row: for two days no try is
        charged.
        """
        trouble, now = describe(error), self.clock()
        for row in rows:
            since = row.turned_away_since or now
            if is_passing(error) and now - since < PATIENCE:
                again = now + min(max(now - since, pause_after(1)), LONGEST_PAUSE)
                self._hand_back([row], not_before=again, turned_away_since=since, trouble=trouble)
                continue
            logger.warning("delivery %s: %s, try %s of %s", row.pk, trouble, row.attempts, MAX_TRIES)
            spent = row.attempts >= MAX_TRIES
            self._held([row]).update(
                state=State.DEAD if spent else State.WAITING,
                not_before=row.not_before if spent else now + pause_after(row.attempts),
                lease_until=None,
                trouble=trouble,
            )

    def _hand_back(self, rows: list[Delivery], **changes: Any) -> None:
        """Nothing is wrong with them, they only do not leave now: free again, no try charged."""
        self._held(rows).update(state=State.WAITING, lease_until=None, attempts=F("attempts") - 1, **changes)

    def _held(self, rows: list[Delivery]) -> DeliveryQuerySet:
        """Those that this run still holds: one that outlived its lease marks nothing."""
        return held([row.pk for row in rows], self.lease.token)


def _leaves(row: Delivery, door: Door, now: datetime) -> datetime | None:
    """From when on it may leave, ``now`` at the earliest; None when it is not wanted any more."""
    if (row.recipient and not row.recipient.is_active) or not door.still_wanted(row):
        return None
    return max(door.not_until(row, now) or now, now)


def held(ids: Sequence[int], token: str) -> DeliveryQuerySet:
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
