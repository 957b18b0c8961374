Instance: treatment-consent-gb-2
InstanceOf: KetamineTreatmentConsent
Usage: #example
Title: "Refused Treatment"
Description: "A patient who was informed about ketamine and other treatments, and refused. The refusal is itself a decision."
* identifier.system = "https://ehr.riverside.example/sid/consent"
* identifier.value = "T-2026-0533"
* extension[consultationDate].valueDate = "2026-10-01"
* extension[informationSheet].valueCanonical = "https://ketamine-registry.example/fhir/Library/patient-information-sheet|1.0.0"
* extension[informationConfirmed].valueBoolean = true
* extension[capacity].extension[finding].valueCode = #has-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-10-08"
* extension[freelyGiven].valueBoolean = true
* extension[written].valueBoolean = true
* extension[optionsDiscussed].valueBoolean = true
* extension[advocatePresent].valueCode = #no
* status = #active
* patient.reference = "Patient/patient-gb-2"
* dateTime = "2026-10-08T16:00:00+01:00"
* organization.reference = "Organization/clinic-gb-0001"
* provision.type = #deny
