Instance: sharing-consent-de-1
InstanceOf: RegistrySharingConsent
Usage: #example
Title: "Sharing Consent for the Registry Alone"
Description: "The national registry permitted until the end of 2030, everything else denied at the root (R16)."
* identifier.system = "https://ehr.nordlicht.example/sid/consent"
* identifier.value = "R-0077"
* extension[capacity].extension[finding].valueCode = #has-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-10-01"
* status = #active
* patient.reference = "Patient/patient-de-1"
* dateTime = "2026-10-01T09:00:00+02:00"
* organization.reference = "Organization/clinic-de-0001"
* insert Purpose(0, permit, national-registry)
* provision.provision[0].period.end = "2030-12-31"
