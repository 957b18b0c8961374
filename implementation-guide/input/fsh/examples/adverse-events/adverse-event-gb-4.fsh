Instance: adverse-event-gb-4
InstanceOf: KetamineAdverseEvent
Usage: #example
Title: "A Report That Was Taken Back"
Description: "Nausea that was entered for the wrong patient: the same record again, nullified."
* identifier.system = "https://ehr.riverside.example/sid/adverse-event"
* identifier.value = "E-2026-0361"
* extension[nullified].valueBoolean = true
* actuality = #actual
* event.coding[known][0] = $sct#422587007 "Nausea"
* subject.reference = "Patient/patient-gb-1"
* date = "2026-10-21T10:20:00+01:00"
* detected = "2026-10-21T10:20:00+01:00"
* recordedDate = "2026-10-21T12:00:00+01:00"
* seriousness = $seriousness#Non-serious "Non-serious"
* outcome = $outcome#unknown "Unknown"
* suspectEntity.instance.reference = "MedicationAdministration/administration-gb-1"
