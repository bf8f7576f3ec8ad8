"""What the sources delivered, what it was linked to and why, and every run (data model § 2)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tarjotin.catalogue.records import Ref


class RecordState(models.TextChoices):
    PRESENT = "present", _("lähteessä")
    MISSING = "missing", _("poissa lähteestä")


class Outcome(models.TextChoices):
    """Where a record ended; every record has exactly one, with its reason in words."""

    PENDING = "pending", _("käsittelemättä")
    PUBLISHED = "published", _("julkaistu")
    MERGED = "merged", _("yhdistetty")
    WAITING = "waiting", _("odottaa")
    REJECTED = "rejected", _("hylätty")


class Todo(models.TextChoices):
    """What the pipeline has still to do with a record."""

    NOTHING = "", _("ei mitään")
    DELIVERED = "delivered", _("toimitettu")  # `incoming` is new or changed
    GONE = "gone", _("poistettu")  # the source says so, or a whole run did not have it
    AGAIN = "again", _("uudelleen")  # a decision of a person, or something it refers to, changed


class SourceRecordQuerySet(models.QuerySet["SourceRecord"]):
    def of(self, source: str) -> Self:
        return self.filter(source=source)

    def present(self) -> Self:
        return self.filter(state=RecordState.PRESENT)

    def to_do(self) -> Self:
        # By name and not "anything but nothing": so the index helps.
        return self.filter(todo__in=(Todo.DELIVERED, Todo.GONE, Todo.AGAIN))


class SourceRecord(models.Model):
    """One thing as one source delivered it. `payload` is in use; a changed one waits in `incoming`."""

    source = models.CharField(max_length=20)
    kind = models.CharField(max_length=24)
    external_id = models.CharField(max_length=200)
    series = models.CharField(max_length=200)  # of its series, else its own id: these are processed side by side
    payload_hash = models.CharField(max_length=32, blank=True)
    incoming_hash = models.CharField(max_length=32, blank=True)
    todo = models.CharField(max_length=10, choices=Todo.choices, blank=True, default=Todo.DELIVERED)
    state = models.CharField(max_length=8, choices=RecordState.choices, default=RecordState.PRESENT)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.PENDING)
    reason = models.CharField(max_length=300, blank=True)
    flags = models.JSONField(default=list, blank=True)
    upstream = models.CharField(max_length=250, blank=True)  # str(Ref) of the record it was copied from
    licence = models.CharField(max_length=40, blank=True)
    first_seen_at = models.DateTimeField()
    fetched_at = models.DateTimeField()  # when the payload last changed
    seen_at = models.DateTimeField()  # when the source last had it
    source_modified_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    missing = models.JSONField(default=list, blank=True)  # references to records that are not here (yet)
    # The large columns last: SQLite reads a row from its beginning, and most questions are about the others.
    payload = models.JSONField(null=True, blank=True)
    incoming = models.JSONField(null=True, blank=True)
    features = models.JSONField(null=True, blank=True)

    objects = SourceRecordQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "kind", "external_id"], name="record_once")]
        indexes = [
            models.Index(fields=["source", "kind", "todo", "series"], name="record_to_do"),
            models.Index(fields=["upstream"], condition=~Q(upstream=""), name="record_upstream"),
            models.Index(fields=["source", "outcome"], name="record_outcome"),
            models.Index(fields=["expires_at"], condition=Q(expires_at__isnull=False), name="record_expires"),
        ]

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def ref(self) -> Ref:
        return Ref(self.source, self.kind, self.external_id)


class Relation(models.TextChoices):
    SAME = "same", _("sama asia")
    PART_OF = "part_of", _("osa")
    MENTIONS = "mentions", _("kertoo samasta")  # repeats a thing of another kind, and is not shown


class Link(models.Model):
    """This record describes that entity, or a part of it; decided by a rule or a person. Survives every import."""

    record = models.ForeignKey(SourceRecord, on_delete=models.CASCADE, related_name="links")
    entity = models.CharField(max_length=14)
    entity_id = models.UUIDField()
    relation = models.CharField(max_length=8, choices=Relation.choices, default=Relation.SAME)
    decided_by = models.CharField(max_length=60)
    rule = models.CharField(max_length=60)
    evidence = models.CharField(max_length=400, blank=True)
    decided_at = models.DateTimeField()
    previous_id = models.UUIDField(null=True, blank=True)  # the entity before a merge: what a split goes back to

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "entity", "entity_id"], name="link_once"),
            models.UniqueConstraint(fields=["record"], condition=Q(relation="same"), name="record_is_one_thing"),
        ]
        indexes = [models.Index(fields=["entity", "entity_id"], name="link_of_entity")]


class MatchKey(models.Model):
    """A key under which a record is looked up when another might be the same thing."""

    record = models.ForeignKey(SourceRecord, on_delete=models.CASCADE, related_name="match_keys")
    kind = models.CharField(max_length=14)
    key = models.CharField(max_length=160)

    class Meta:
        indexes = [models.Index(fields=["kind", "key"], name="match_key")]


class Distinct(models.Model):
    """A person said: these two are not the same, for ever. Checked before any rule; `record_a` has the lower id."""

    record_a = models.ForeignKey(SourceRecord, on_delete=models.CASCADE, related_name="+")
    record_b = models.ForeignKey(SourceRecord, on_delete=models.CASCADE, related_name="+")
    decided_by = models.CharField(max_length=60)
    reason = models.CharField(max_length=300, blank=True)
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record_a", "record_b"], name="distinct_once"),
            models.CheckConstraint(condition=Q(record_a__lt=F("record_b")), name="distinct_in_order"),
        ]


class CandidateState(models.TextChoices):
    OPEN = "open", _("avoin")
    SAME = "same", _("sama")
    DISTINCT = "distinct", _("eri")


class Candidate(models.Model):
    """Two records that may be the same thing: the queue for a person."""

    record_a = models.ForeignKey(SourceRecord, on_delete=models.CASCADE, related_name="+")
    record_b = models.ForeignKey(SourceRecord, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=14)
    score = models.FloatField()
    rule = models.CharField(max_length=60)
    evidence = models.CharField(max_length=400)
    state = models.CharField(max_length=8, choices=CandidateState.choices, default=CandidateState.OPEN)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record_a", "record_b"], name="candidate_once"),
            models.CheckConstraint(condition=Q(record_a__lt=F("record_b")), name="candidate_in_order"),
        ]
        indexes = [models.Index(fields=["state", "-score"], name="candidate_queue")]


class RunState(models.TextChoices):
    RUNNING = "running", _("käynnissä")
    INTERRUPTED = "interrupted", _("keskeytynyt")
    APPLIED = "applied", _("valmis")
    HELD = "held", _("pidätetty")
    FAILED = "failed", _("epäonnistui")


class RunQuerySet(models.QuerySet["Run"]):
    def of(self, source: str) -> Self:
        return self.filter(source=source)

    def whole(self) -> Self:
        """Those that asked for everything: not for changes, not for the first few."""
        return self.filter(full=True, limit__isnull=True)


class Run(models.Model):
    """One import of one source: what was asked, how far it came, what it counted, how it ended."""

    source = models.CharField(max_length=20)
    full = models.BooleanField(default=True)
    since = models.DateTimeField(null=True, blank=True)
    limit = models.PositiveIntegerField(null=True, blank=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    verdict = models.CharField(max_length=12, choices=RunState.choices, default=RunState.RUNNING)
    cursor = models.TextField(blank=True)
    fetched = models.BooleanField(default=False)  # the walk came to its end
    counts = models.JSONField(default=dict, blank=True)
    problem = models.TextField(blank=True)
    # Who is at it: a run whose process is gone, or whose heartbeat is old, may be taken over.
    host = models.CharField(max_length=120, blank=True)
    pid = models.PositiveIntegerField(null=True, blank=True)
    heartbeat_at = models.DateTimeField()

    objects = RunQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["source", "-started_at"], name="run_of_source")]
        constraints = [
            models.UniqueConstraint(fields=["source"], condition=Q(verdict="running"), name="one_run_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.started_at:%Y-%m-%d %H:%M}"

    @property
    def is_whole(self) -> bool:
        return self.full and self.limit is None
