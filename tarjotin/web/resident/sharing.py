""" "Send this to somebody": through the reader's own phone or mail, so that nothing of it comes to us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tarjotin.web.formats import sms
from tarjotin.web.formats.texts import plain_wording
from tarjotin.web.resident.addresses import absolute, entity_address


@dataclass(frozen=True, slots=True)
class Sharing:
    """`address` stands on paper, where no link can be followed."""

    sms: str
    mail: str
    address: str


def sharing(entity: Any, language: str) -> Sharing:
    name, address = plain_wording(entity.name, language), absolute(entity_address(entity, language))
    mail = f"mailto:?subject={quote(name, safe='')}&body={quote(address, safe='')}"
    return Sharing(sms.link(f"{sms.plain(name)} {address}"), mail, address)
