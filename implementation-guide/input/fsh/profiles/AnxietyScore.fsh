Profile: AnxietyScore
Parent: Observation
Id: anxiety-score
Title: "Anxiety Score"
Description: "The total score of an anxiety scale, with the period that the patient was asked about. It need not belong to a session."
* insert Definition
* ^purpose = "S5: anxiety scales beside depression scales."
* insert Survey
* obeys krn-anx-1 and krn-anx-2
* insert Scale
* code from AnxietyInstrumentVS (required)
