Instance: sharing-consent-gb-3
InstanceOf: RegistrySharingConsent
Usage: #example
Title: "Supply Check Alone"
Description: "A patient who permits nothing but the supply check, for the time of the treatment. Treatment goes on all the same."
* identifier.system = "https://ehr.riverside.example/sid/consent"
* identifier.value = "S-2026-0533"
* extension[capacity].extension[finding].valueCode = #has-capacity
* extension[capacity].extension[assessedOn].valueDate = "2026-10-08"
* status = #active
* patient.reference = "Patient/patient-gb-2"
* dateTime = "2026-10-08T16:10:00+01:00"
* organization.reference = "Organization/clinic-gb-0001"
* insert Purpose(0, deny, national-registry)
* insert Purpose(1, deny, network-aggregate)
* insert Purpose(2, permit, supply-check)
* provision.provision[2].period.start = "2026-10-08"
* provision.provision[2].period.end = "2027-04-08"
* insert Purpose(3, deny, record-level-sharing)
* insert Purpose(4, deny, research-contact)
