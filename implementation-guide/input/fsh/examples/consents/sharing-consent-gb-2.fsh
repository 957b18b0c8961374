Instance: sharing-consent-gb-2
InstanceOf: RegistrySharingConsent
Usage: #example
Title: "Sharing Consent by a Representative"
Description: "A health care proxy permitted the national registry for two years (R16)."
* identifier.system = "https://ehr.riverside.example/sid/consent"
* identifier.value = "S-2026-0431"
* extension[capacity].extension[finding].valueCode = #lacks-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-09-09"
* extension[representative].valueCode = #health-care-proxy
* status = #active
* patient.reference = "Patient/patient-gb-2"
* dateTime = "2026-09-09T11:10:00+01:00"
* organization.reference = "Organization/clinic-gb-0001"
* insert Purpose(0, permit, national-registry)
* provision.period.start = "2026-09-09"
* provision.period.end = "2028-09-08"
