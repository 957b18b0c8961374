Instance: sharing-consent-de-2
InstanceOf: RegistrySharingConsent
Usage: #example
Title: "Refusal by a Guardian"
Description: "A guardian denies every purpose for a patient who lacks capacity."
* identifier.system = "https://ehr.nordlicht.example/sid/consent"
* identifier.value = "R-9120"
* extension[capacity].extension[finding].valueCode = #lacks-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-01-19"
* extension[representative].valueCode = #guardian
* status = #active
* patient.reference = "Patient/patient-de-2"
* dateTime = "2026-01-19T11:10:00+01:00"
* organization.reference = "Organization/clinic-de-0001"
* insert Purpose(0, deny, national-registry)
* insert Purpose(1, deny, network-aggregate)
* insert Purpose(2, deny, supply-check)
* insert Purpose(3, deny, record-level-sharing)
* insert Purpose(4, deny, research-contact)
