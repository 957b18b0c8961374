Extension: CtcaeGrade
Id: ctcae-grade
Title: "CTCAE Grade"
Description: "The grade of the event after the Common Terminology Criteria for Adverse Events. FHIR's own severity has three levels only."
Context: AdverseEvent
* insert Definition
* ^purpose = "R14"
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from CtcaeGradeVS (required)
* insert NoFreeTextInConcept(valueCodeableConcept)
