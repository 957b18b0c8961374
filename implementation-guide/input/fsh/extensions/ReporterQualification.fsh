Extension: ReporterQualification
Id: reporter-qualification
Title: "Reporter Qualification"
Description: "What the person is by profession from whom the clinic knows of the event. The person is not named."
Context: AdverseEvent
* insert Definition
* ^purpose = "R14: a report needs an identifiable reporter, of whom the registry holds the profession and the clinic alone."
* value[x] 1..1
* value[x] only code
* valueCode from ReporterQualificationVS (required)
