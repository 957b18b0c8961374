Instance: treatment-consent-gb-2
InstanceOf: KetamineTreatmentConsent
Usage: #example
Title: "Treatment Consent by a Representative"
Description: "The patient lacked capacity, and a health care proxy decided by law (R16)."
* identifier.system = "https://ehr.riverside.example/sid/consent"
* identifier.value = "T-2026-0431"
* extension[consultationDate].valueDate = "2026-09-02"
* extension[informationSheet].valueCanonical = "https://ketamine-registry.example/fhir/Library/patient-information-sheet|1.0.0"
* extension[capacity].extension[finding].valueCode = #lacks-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-09-09"
* extension[written].valueBoolean = true
* extension[optionsDiscussed].valueBoolean = true
* extension[advocatePresent].valueCode = #yes
* extension[representative].valueCode = #health-care-proxy
* status = #active
* patient.reference = "Patient/patient-gb-2"
* dateTime = "2026-09-09T11:00:00+01:00"
* organization.reference = "Organization/clinic-gb-0001"
* provision.type = #permit
* provision.period.start = "2026-09-09"
