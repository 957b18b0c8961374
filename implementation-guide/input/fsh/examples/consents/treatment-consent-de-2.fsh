Instance: treatment-consent-de-2
InstanceOf: KetamineTreatmentConsent
Usage: #example
Title: "Withdrawn Treatment Consent"
Description: "The same consent after its withdrawal: inactive, with an end (R16)."
* identifier.system = "https://ehr.nordlicht.example/sid/consent"
* identifier.value = "B-0077"
* extension[consultationDate].valueDate = "2026-10-05"
* extension[capacity].extension[finding].valueCode = #not-assessed
* extension[written].valueBoolean = false
* extension[advocatePresent].valueCode = #declined
* status = #inactive
* patient.reference = "Patient/patient-de-1"
* dateTime = "2026-10-05T13:30:00+02:00"
* organization.reference = "Organization/clinic-de-0001"
* provision.type = #permit
* provision.period.start = "2026-10-05"
* provision.period.end = "2026-11-12T09:00:00+01:00"
