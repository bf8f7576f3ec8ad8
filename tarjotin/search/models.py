"""Words with which nothing was found. Nothing here leads to whoever asked: docs/privacy.md."""

from __future__ import annotations

from django.db import models


class Sighting(models.Model):
    """A word was asked for in vain by somebody on a day; the word itself is not in it, only a key made of it.

    `mark` is made of word, day and address, so that one asker counts once a day; it goes when the day is over.
    """

    word_key = models.CharField(max_length=64, db_index=True)
    mark = models.CharField(max_length=64, unique=True, null=True)
    seen_on = models.DateField(db_index=True)

    def __str__(self) -> str:
        return f"{self.word_key[:8]} {self.seen_on}"


class UnfoundWord(models.Model):
    """A word with which nothing was found, and which enough different askers have used to be told."""

    word = models.CharField(max_length=60)
    language = models.CharField(max_length=8)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="unfound_word_once")]

    def __str__(self) -> str:
        return f"{self.language} {self.pk}"  # without the word: a log that names what was taken away would keep it


class UnfoundDay(models.Model):
    """How many askers used the word in vain on a day in Helsinki."""

    word = models.ForeignKey(UnfoundWord, on_delete=models.CASCADE, related_name="days")
    asked_on = models.DateField(db_index=True)
    askers = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["word", "asked_on"], name="unfound_day_once")]

    def __str__(self) -> str:
        return f"{self.word_id} {self.asked_on}: {self.askers}"


class SilencedWord(models.Model):
    """A word that staff took away, by its key: it is never counted again."""

    word_key = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.word_key[:8]
