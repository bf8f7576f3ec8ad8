"""A service of PTV v11, with the national description it uses and the channels it is reached by."""

from __future__ import annotations

from dataclasses import dataclass

from tarjotin.catalogue.records import ChannelRecord, Code, Ref, ServicePlaceRecord, ServiceRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.ptv import channels
from tarjotin.sources.ptv.texts import Raw, codes, joined, localised, only, real_rows, terms
from tarjotin.sources.raw import Notes, mapping, rows, text, words
from tarjotin.sources.source import Parsed

TAKEN = frozenset(
    "id generalDescriptionId type fundingType serviceNames serviceChargeType areaType areas serviceDescriptions "
    "languages serviceClasses ontologyTerms targetGroups lifeEvents keywords requirements serviceChannels "
    "organizations publishingStatus modified".split()
)
LEFT = frozenset(
    "sourceId subType industrialClasses legislation serviceVouchersInUse serviceVouchers serviceCollections "
    "responsibleSoteOrganization".split()
)
DEADLINE = LocalisedText.of(fi="Määräaika", sv="Tidsfrist", en="Deadline")
PROCESSING = LocalisedText.of(fi="Käsittelyaika", sv="Handläggningstid", en="Processing time")
# Classes that are guidance themselves, and the one about looking after oneself.
GUIDANCE_CLASSES, SELF_HELP_CLASS = frozenset({"P4.13", "P5.17", "P9.6"}), "P5.11"
SERVICE_TYPE = "Service"


@dataclass(frozen=True, slots=True)
class _Texts:
    """Texts by kind: the service's own, and the national ones where it has none in a language it is written in."""

    service: Raw
    general: Raw
    name: LocalisedText
    notes: Notes

    def own(self, kind: str) -> LocalisedText:
        return localised(self.service.get("serviceDescriptions"), self.notes, kind=kind)

    def national(self, *kinds: str) -> LocalisedText:
        descriptions = self.general.get("descriptions")
        return joined(only(localised(descriptions, self.notes, kind=kind), self.name.languages) for kind in kinds)

    def with_national(self, kind: str, *kinds: str) -> LocalisedText:
        return self.own(kind).filled_from(self.national(*(kinds or (kind,))))


def service_of(payload: Raw) -> Parsed:
    notes = Notes()
    service, general = mapping(payload.get("service")), mapping(payload.get("general_description"))
    name = localised(service.get("serviceNames"), notes, kind="Name")
    if not name:
        return Parsed(rejected="the service has no name", flags=notes.flags)
    record = _record(service, general, name, payload, notes)
    return Parsed(record=record, flags=notes.flags, unread=frozenset(service.keys() - TAKEN - LEFT))


def _record(service: Raw, general: Raw, name: LocalisedText, payload: Raw, notes: Notes) -> ServiceRecord:
    texts = _Texts(service, general, name, notes)
    ways = channels.ways(service, payload, notes)
    return ServiceRecord(
        name=name,
        kind=_kind(service),
        organisation=_responsible(service),
        summary=texts.with_national("Summary"),
        description=texts.with_national("Description", "Description", "BackgroundDescription"),
        how_to_get=_how_to_get(texts),
        requirements=_requirements(service, general, name, notes),
        fees_text=texts.with_national("ChargeTypeAdditionalInfo"),
        is_free=_is_free(service, general),
        area=_area(service, notes),
        languages=tuple(words(service.get("languages"))),
        life_events=tuple(code.code for code in _both(service, general, "lifeEvents", "ptvlife")),
        places=tuple(way for way in ways if isinstance(way, ServicePlaceRecord)),
        channels=tuple(way for way in ways if isinstance(way, ChannelRecord)),
        website=_website(ways),
        keywords=_keywords(service, notes),
        codes=_codes(service, general, notes),
        upstream_id=text(service.get("generalDescriptionId")),
    )


def _kind(service: Raw) -> str:
    own = {code.code for code in codes(service.get("serviceClasses"), "ptv")}
    if own & GUIDANCE_CLASSES:
        return "guidance_desk"
    return "self_help" if SELF_HELP_CLASS in own else "service"


def _responsible(service: Raw) -> Ref | None:
    found = [row for row in rows(service.get("organizations")) if row.get("roleType") == "Responsible"]
    ids = (text(mapping(row.get("organization")).get("id")) for row in found)
    owner = next(filter(None, ids), "") or text(service.get("organizationId"))
    return Ref("ptv", "organisation", owner) if owner else None


def _how_to_get(texts: _Texts) -> LocalisedText:
    deadline, processing = texts.with_national("DeadLine"), texts.with_national("ProcessingTime")
    return joined(
        (texts.with_national("UserInstruction"), _headed(DEADLINE, deadline), _headed(PROCESSING, processing))
    )


def _headed(heading: LocalisedText, said: LocalisedText) -> LocalisedText:
    heads = {w.language: f"{head}: {w.text}" if (head := heading.get(w.language)) else w.text for w in said.wordings}
    return LocalisedText.of(heads)


def _requirements(service: Raw, general: Raw, name: LocalisedText, notes: Notes) -> LocalisedText:
    national = only(localised(general.get("requirements"), notes), name.languages)
    return localised(service.get("requirements"), notes).filled_from(national)


def _is_free(service: Raw, general: Raw) -> bool | None:
    """What the service says, else what the national description says; "Other" tells nothing."""
    told = text(service.get("serviceChargeType")) or text(general.get("serviceChargeType"))
    return {"FreeOfCharge": True, "Chargeable": False}.get(told)


def _area(service: Raw, notes: Notes) -> tuple[str, ...]:
    """Municipality codes; none when the service is for the whole country."""
    if service.get("areaType") != "LimitedType":
        return ()
    towns = (town for area in rows(service.get("areas")) for town in rows(area.get("municipalities")))
    found = tuple(sorted({code for town in towns if (code := text(town.get("code")))}))
    if not found:
        notes.add("a limited area without its municipalities")
    return found


def _website(ways: list[ServicePlaceRecord | ChannelRecord]) -> LocalisedText:
    pages = [way for way in ways if isinstance(way, ChannelRecord) and way.kind == "web"]
    found: dict[str, str] = {}
    for page in pages:
        for language in page.languages:
            found.setdefault(language, page.value)
    return LocalisedText.of(found)


def _keywords(service: Raw, notes: Notes) -> LocalisedText:
    own = (localised([row], notes) for row in real_rows(service.get("keywords")))
    named = (localised(row.get("name"), notes) for row in rows(service.get("ontologyTerms")))
    return joined((*own, *named), by=", ")


def _both(service: Raw, general: Raw, field: str, scheme: str) -> tuple[Code, ...]:
    """The service's own codes add to those of the national description."""
    return tuple(dict.fromkeys((*codes(service.get(field), scheme), *codes(general.get(field), scheme))))


def _codes(service: Raw, general: Raw, notes: Notes) -> tuple[Code, ...]:
    found = [
        *_both(service, general, "serviceClasses", "ptv"),
        *_both(service, general, "targetGroups", "ptvtarget"),
        *_both(service, general, "lifeEvents", "ptvlife"),
        *dict.fromkeys((*terms(service.get("ontologyTerms")), *terms(general.get("ontologyTerms")))),
    ]
    if service.get("fundingType") == "MarketFunded":
        notes.add("MarketFunded: a company sells this")
        found.append(Code("ptvfunding", "MarketFunded"))
    service_type = text(service.get("type")) or text(general.get("type"))
    if service_type and service_type != SERVICE_TYPE:
        found.append(Code("ptvtype", service_type))
    return tuple(found)
