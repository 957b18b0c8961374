Extension: StopReason
Id: stop-reason
Title: "Stop Reason"
Description: "Why an administration was stopped before the intended dose was given."
Context: MedicationAdministration
* insert Definition
* ^purpose = "R24"
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from StopReasonVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
