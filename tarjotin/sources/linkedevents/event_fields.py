"""The fields of an event that are taken, and those known but left where they are. Anything else is news."""

from __future__ import annotations

from tarjotin.sources.unread import known_fields

TAKEN = known_fields(
    """
    id name short_description description location location_extra_info info_url provider provider_contact_info
    keywords audience audience_min_age audience_max_age in_language offers start_time end_time has_start_time
    event_status type_id super_event super_event_type sub_events images external_links enrolment_start_time
    enrolment_end_time maximum_attendee_capacity remaining_attendee_capacity registration environment publisher
    last_modified_time deleted replaced_by publication_status origin_id has_later_parts extension_course offers.is_free
    offers.price offers.description offers.info_url offers.offer_price_groups images.url images.license
    images.photographer_name images.alt_text external_links.link external_links.language
    extension_course.enrolment_start_time extension_course.enrolment_end_time
    extension_course.maximum_attendee_capacity extension_course.remaining_attendee_capacity
    registration.enrolment_start_time registration.enrolment_end_time registration.maximum_attendee_capacity
    registration.remaining_attendee_capacity registration.remaining_waiting_list_capacity
    registration.audience_min_age registration.audience_max_age registration.instructions
    registration.signup_url registration.registration_price_groups registration.last_modified_time
    registration.id registration.@id
    """
)

IGNORED = known_fields(
    """
    @id @context @type created_time created_by last_modified_by date_published data_source custom_data videos
    minimum_attendee_capacity has_end_time has_user_editable_resources days_left is_owner local
    environmental_certificate user_name user_email user_phone_number user_organization user_consent
    is_created_with_apikey images.id images.created_time images.last_modified_time images.name images.cropping
    images.data_source images.publisher images.license_url images.created_by images.last_modified_by
    images.has_user_editable_resources images.@id images.@context images.@type external_links.name
    extension_course.minimum_attendee_capacity registration.@context registration.@type registration.event
    registration.attendee_registration registration.signups registration.current_attendee_count
    registration.waiting_list_capacity registration.current_waiting_list_count registration.maximum_group_size
    registration.mandatory_fields registration.confirmation_message registration.minimum_attendee_capacity
    registration.data_source registration.publisher registration.created_time
    registration.has_registration_user_access registration.has_substitute_user_access registration.created_by
    registration.last_modified_by registration.registration_user_accesses registration.registration_account
    registration.registration_merchant registration.is_created_by_current_user
    """
)

KNOWN = TAKEN | IGNORED
