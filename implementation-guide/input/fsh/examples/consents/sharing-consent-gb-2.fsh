Instance: sharing-consent-gb-2
InstanceOf: RegistrySharingConsent
Usage: #example
Title: "Withdrawn Sharing Consent"
Description: "The sharing consent of the same patient after its withdrawal: inactive, with an end. From that moment each purpose that it named is denied."
* identifier.system = "https://ehr.riverside.example/sid/consent"
* identifier.value = "S-2026-0412"
* extension[capacity].extension[finding].valueCode = #has-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-09-07"
* status = #inactive
* patient.reference = "Patient/patient-gb-1"
* dateTime = "2026-09-07T10:40:00+01:00"
* organization.reference = "Organization/clinic-gb-0001"
* provision.period.end = "2026-11-16T09:15:00Z"
* insert Purpose(0, permit, national-registry)
* insert Purpose(1, permit, network-aggregate)
* insert Purpose(2, permit, supply-check)
* insert Purpose(3, deny, record-level-sharing)
* insert Purpose(4, deny, research-contact)
