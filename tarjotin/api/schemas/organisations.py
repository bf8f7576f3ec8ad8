"""Who offers something."""

from __future__ import annotations

from pydantic import Field

from tarjotin.api.schemas.common import Contact, Entity, Page, Reference, Texts, Tombstone


class Organisation(Entity):
    """A city, an association, a foundation, a parish, a company, a peer group …"""

    kind: str | None = Field(
        description="city, other_city, wellbeing_county, association, foundation, parish, company, peer_group or state."
    )
    name: Texts = Field(description="Its name.")
    short_name: Texts = Field(description="A shorter name in use.")
    description: Texts = Field(description="What it does.")
    business_id: str | None = Field(description="Finnish business id (Y-tunnus).")
    oid: str | None = Field(description="Object identifier in national registers.")
    parent: Reference | None = Field(description="The organisation it is a part of.")
    website: Texts = Field(description="Web address by language.")
    email: str | None = Field(description="E-mail address.")
    phone: str | None = Field(description="Phone number in international form.")
    safe_space_url: Texts = Field(description="Its principles of a safer space.")
    contacts: list[Contact] = Field(description="Whom to ask.")


class OrganisationPage(Page):
    """A page of organisations."""

    items: list[Organisation | Tombstone] = Field(description="Organisations; with `modified_after` also tombstones.")
