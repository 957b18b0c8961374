Instance: adverse-event-gb-1
InstanceOf: KetamineAdverseEvent
Usage: #example
Title: "Dissociation"
Description: "A non-serious event that resolved within the session (S2)."
* insert RiversideAdverseEvent(Patient/patient-gb-1, Encounter/session-gb-1, MedicationAdministration/administration-gb-1)
