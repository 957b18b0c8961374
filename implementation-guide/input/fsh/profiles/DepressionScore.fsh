Profile: DepressionScore
Parent: Observation
Id: depression-score
Title: "Depression Score"
Description: "The total score of a depression scale, with the period that the patient was asked about. It need not belong to a session."
* insert Definition
* ^purpose = "R7, R21: response at 24 hours, 3, 7 and 14 days, and relapse after it."
* insert Survey
* obeys krn-dep-1 and krn-dep-2 and krn-dep-3 and krn-dep-4
* extension contains
    RecallPeriod named recallPeriod 1..1 MS and
    InstrumentVersion named instrumentVersion 0..1 MS
* code from DepressionInstrumentVS (required)
* code.coding 1..1
* value[x] 1..1 MS
* value[x] only integer
