"""The form of an edit: the fields people most often correct, in three languages; only what was changed is stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from tarjotin.common.languages import CONTENT_LANGUAGES
from tarjotin.common.text import LocalisedText
from tarjotin.web.staff.words import field_name

# Kind → localised fields, then plain ones.
TEXTS: dict[str, tuple[str, ...]] = {
    "organisation": ("name", "description", "website"),
    "place": ("name", "summary", "description", "notice", "arrival", "entrance", "website"),
    "service": ("name", "summary", "description", "what_happens", "how_to_get", "fees_text", "website"),
    "activity": (
        "name",
        "summary",
        "description",
        "what_happens",
        "what_you_gain",
        "how_to_join",
        "arrival",
        "bring",
        "place_text",
        "website",
    ),
}
PLAIN: dict[str, tuple[str, ...]] = {
    "organisation": ("phone", "email"),
    "place": ("phone", "email"),
    "service": (),
    "activity": ("register_phone", "register_email"),
}
SHORT = ("name", "website", "place_text")


class EditForm(forms.Form):
    """`shown` is the merged record as it is shown now, or `None` when nothing is."""

    reason = forms.CharField(label=later("Miksi muutat? Kirjoita, kuka kertoi tai mistä tiedät."), max_length=200)
    valid_until = forms.DateField(
        label=later("Viimeinen päivä, jona muutos on voimassa (tyhjä: toistaiseksi)"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, kind: str, shown: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.shown = kind, shown
        for name in TEXTS[kind]:
            for language in CONTENT_LANGUAGES:
                self.fields[f"{name}.{language}"] = _text_field(name, language, self._shown_text(name, language))
        for name in PLAIN[kind]:
            self.fields[name] = forms.CharField(
                label=field_name(name), required=False, initial=getattr(shown, name, ""), max_length=200
            )
        if kind == "activity":
            self.fields["price"] = forms.DecimalField(
                label=_("Hinta euroina kaikille (0 = maksuton)"), required=False, min_value=0, max_value=9999
            )
            self.fields["price_note"] = forms.CharField(
                label=_("Hinta sanoin suomeksi"), required=False, max_length=200
            )
        if kind == "service":
            self.fields["contact_phone"] = forms.CharField(label=_("Lisää puhelin"), required=False, max_length=30)
            self.fields["contact_email"] = forms.EmailField(label=_("Lisää sähköposti"), required=False)

    def _shown_text(self, name: str, language: str) -> str:
        text: LocalisedText | None = getattr(self.shown, name, None)
        return text.get(language) if text else ""

    def about_edit(self) -> list[BoundField]:
        """What is said of the edit itself."""
        return [self["reason"], self["valid_until"]]

    def groups(self) -> Iterator[tuple[str, list[BoundField]]]:
        """The fields of the entry by name, for the page: a text with its languages together."""
        for name in TEXTS[self.kind]:
            yield field_name(name), [self[f"{name}.{language}"] for language in CONTENT_LANGUAGES]
        others = [name for name in self.fields if "." not in name and name not in ("reason", "valid_until")]
        if others:
            yield _("Muut tiedot"), [self[name] for name in others]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in [*self.fields]:
            if self[name].initial and cleaned.get(name) == "" and name != "reason":
                self.add_error(name, _("Tyhjä ei poista tietoa. Kirjoita oikea tieto tai palauta entinen."))
        if not self.errors and not self._changes(cleaned):
            self.add_error(None, _("Et muuttanut mitään."))
        return cleaned

    def as_said(self) -> dict[str, Any]:
        """What `write_edit` takes."""
        until: date | None = self.cleaned_data["valid_until"]
        return {
            "fields": self._changes(self.cleaned_data),
            "reason": self.cleaned_data["reason"],
            "valid_until": until,
        }

    def _changes(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        changes: dict[str, Any] = {}
        for name in TEXTS[self.kind]:
            told = {tag: cleaned.get(f"{name}.{tag}", "") for tag in CONTENT_LANGUAGES}
            new = {tag: text for tag, text in told.items() if text and not _equal(text, self._shown_text(name, tag))}
            if new:
                changes[name] = new
        for name in PLAIN[self.kind]:
            if cleaned.get(name) and cleaned[name] != getattr(self.shown, name, ""):
                changes[name] = cleaned[name]
        return changes | _price(cleaned) | _contact(cleaned)


def _text_field(name: str, language: str, shown: str) -> forms.CharField:
    attrs = {"lang": language, "rows": 4} if name not in SHORT else {"lang": language}
    widget = forms.TextInput(attrs=attrs) if name in SHORT else forms.Textarea(attrs=attrs)
    return forms.CharField(
        label=field_name(f"{name}.{language}"), required=False, initial=shown, widget=widget, max_length=10_000
    )


def _equal(typed: str, shown: str) -> bool:
    """A browser sends line ends in its own way."""
    return typed.replace("\r\n", "\n").strip() == shown.replace("\r\n", "\n").strip()


def _price(cleaned: dict[str, Any]) -> dict[str, Any]:
    amount, note = cleaned.get("price"), cleaned.get("price_note")
    if amount is None and not note:
        return {}
    price: dict[str, Any] = {"who": "everyone"}
    if amount is not None:
        price |= {"is_free": True} if amount == 0 else {"amount": str(amount), "is_free": False}
    if note:
        price["note"] = {"fi": note}
    return {"prices": [price]}


def _contact(cleaned: dict[str, Any]) -> dict[str, Any]:
    told = {"phone": cleaned.get("contact_phone"), "email": cleaned.get("contact_email")}
    found = {name: value for name, value in told.items() if value}
    return {"contacts": [found]} if found else {}
