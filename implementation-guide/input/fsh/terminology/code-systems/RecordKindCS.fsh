CodeSystem: RecordKindCS
Id: record-kind-cs
Title: "Kinds of Record"
Description: "What a record of the registry is, where the FHIR type alone does not say it."
* insert Definition
* ^purpose = "R7: courses, sessions and submissions are told from other records of their type."
* ^caseSensitive = true
* #ketamine-treatment-course "Ketamine treatment course" "A series of ketamine sessions for one indication at one clinic."
* #ketamine-session "Ketamine session" "One visit in which ketamine is given and the patient is watched until fit to leave."
* #prescriber-review "Prescriber review" "One visit or call in which a prescriber reviews a course of ketamine."
* #submission "Submission" "A transaction bundle that a clinic sent to the registry."
* #case-report "Case report" "A single case that others can learn from, told by the records that it refers to."
* #information-sheet "Information sheet" "A version of a patient information sheet."
