Profile: DepressionScore
Parent: Observation
Id: depression-score
Title: "Depression Score"
Description: "The total score of a depression scale, with the period that the patient was asked about. It need not belong to a session."
* insert Definition
* ^purpose = "R7, R21: response at 24 hours, 3, 7 and 14 days, and relapse after it."
* insert Survey
* obeys krn-dep-1 and krn-dep-2 and krn-dep-3 and krn-dep-4
* insert Scale
* code from DepressionInstrumentVS (required)
