Profile: BladderSymptomScore
Parent: Observation
Id: bladder-symptom-score
Title: "Bladder Symptom Score"
Description: "The total score of a scale of bladder symptoms, with the period that the patient was asked about. It is asked before the course and followed for as long as ketamine is taken."
* insert Definition
* ^purpose = "R19, S6: urological damage by cumulative dose is quantified only where bladder symptoms are followed."
* insert Survey
* obeys krn-bla-1 and krn-bla-2
* insert Scale
* code from BladderInstrumentVS (required)
