"""The words of a reply and of a decision stand beside the act, and a day that was named is no other day."""

from django.db import migrations, models

KINDS = [
    "note",
    "member-added",
    "member-left",
    "needs-changed",
    "asked",
    "nudged",
    "answered",
    "said-no",
    "unclear",
    "promised",
    "agreed",
    "leads-no-more",
    "leads-not",
    "settled",
    "put-off",
    "different",
    "certified",
    "child-renamed",
    "state-changed",
    "member-renamed",
    "letters-changed",
    "coach-joined",
    "coach-declined",
    "coach-left",
    "sharing-ended",
]


def keep_words(apps, schema_editor):
    """What stands, and what the newest reply had found there, are the words of the last reply and the one
    before it. Of the days only those that somebody named count; one to be reminded on is none."""
    Ask = apps.get_model("cases", "Ask")
    told = models.Q(promised_on__isnull=False) | ~models.Q(answer="") | ~models.Q(named="")
    for ask in Ask.objects.filter(told).prefetch_related("events").iterator(chunk_size=500):
        events = sorted(ask.events.all(), key=lambda e: (e.at, e.pk))
        _words(ask, [e for e in events if e.kind in ("answered", "declined", "unclear")])
        _day(ask, [e for e in events if e.kind in ("promised", "unclear", "unsent")])
    for flag in apps.get_model("cases", "Flag").objects.filter(state="different").iterator():
        move = flag.moves.filter(became="different", undone_at=None).order_by("-pk").first()
        if move:
            move.reason = flag.reason
            move.save(update_fields=["reason"])


def _words(ask, replies):
    last = next((e for e in reversed(replies) if e.kind == ask.state), None)
    if last is None:  # nothing came back, or it was taken back
        return
    before = [e for e in replies if e.kind == "unclear" and e.pk < last.pk]
    found = last.answer_before
    if before and found and found != ask.answer:
        before[-1].written = {"answer": found}
        before[-1].save(update_fields=["written"])
    words = {"answer": ask.answer if ask.answer != found else "", "named": ask.named}
    last.written = {field: said for field, said in words.items() if said}
    last.save(update_fields=["written"])


def _day(ask, events):
    day = events[-1].day if events and events[-1].kind == "promised" else None
    if day != ask.promised_on:
        ask.promised_on = day
        ask.save(update_fields=["promised_on"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0022_supervisors_are_told_apart")]

    operations = [
        migrations.AddField(
            model_name="askevent",
            name="written",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="The parent's own words in the form of this reply, by field: they outlive what undoes it.",
            ),
        ),
        migrations.AddField(
            model_name="flagmove",
            name="reason",
            field=models.CharField(
                blank=True, help_text="The parent's own words: they outlive what undoes it.", max_length=300
            ),
        ),
        migrations.AlterField(
            model_name="ask",
            name="promised_on",
            field=models.DateField(
                blank=True,
                help_text="The day they named, until something comes back or they name another.",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="caseevent",
            name="kind",
            field=models.CharField(
                choices=[(kind, kind.replace("-", " ").title()) for kind in KINDS], max_length=16
            ),
        ),
        migrations.RunPython(keep_words, migrations.RunPython.noop, elidable=True),
    ]
