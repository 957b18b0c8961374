Extension: TreatmentCourse
Id: treatment-course
Title: "Treatment Course"
Description: "The course of treatment that a prescription is for."
Context: MedicationRequest
* insert Definition
* ^purpose = "R3, R25"
* value[x] 1..1
* value[x] only Reference(KetamineTreatmentCourse)
* insert LiteralReference(valueReference)
