Profile: AnxietyScore
Parent: Observation
Id: anxiety-score
Title: "Anxiety Score"
Description: "The total score of an anxiety scale, with the period that the patient was asked about. It need not belong to a session."
* insert Definition
* ^purpose = "S5: anxiety scales beside depression scales."
* insert Survey
* obeys krn-anx-1 and krn-anx-2
* extension contains
    RecallPeriod named recallPeriod 1..1 MS and
    InstrumentVersion named instrumentVersion 0..1 MS
* code from AnxietyInstrumentVS (required)
* code.coding 1..1
* value[x] 1..1 MS
* value[x] only integer
