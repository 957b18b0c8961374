Extension: TreatmentCourse
Id: treatment-course
Title: "Treatment Course"
Description: "The course in which the event happened. It matters for an event outside a session, which has no encounter to lead there."
Context: AdverseEvent
* insert Definition
* ^purpose = "R14, R19: late harms are counted by course and cumulative dose."
* value[x] 1..1
* value[x] only Reference(KetamineTreatmentCourse)
* insert LiteralReference(valueReference)
