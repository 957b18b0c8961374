Extension: TreatmentCourse
Id: treatment-course
Title: "Treatment Course"
Description: "The course in which an event happened, or that a prescription is for. It matters for an event outside a session, which has no encounter to lead there."
Context: AdverseEvent, MedicationRequest
* insert Definition
* ^purpose = "R14, R19, R25: late harms are counted by course and cumulative dose, and prescriptions are read with what was given."
* value[x] 1..1
* value[x] only Reference(KetamineTreatmentCourse)
* insert LiteralReference(valueReference)
