CodeSystem: CaseReportSectionCS
Id: case-report-section-cs
Title: "Case Report Sections"
Description: "What a section of a case report tells."
* insert Definition
* ^purpose = "R9: single cases have one outline."
* ^caseSensitive = true
* #course "Course" "The course: what ketamine was given for, and what was tried before."
* #treatment "Treatment" "Sessions, administrations and supplies to take home."
* #adverse-events "Adverse events" "What went wrong."
* #measurements "Measurements" "Vital signs, scores and laboratory values."
* #outcome "Outcome" "The scores and events by which the outcome is judged."
* #consent "Consent" "The patient’s decision about the uses of the record."
