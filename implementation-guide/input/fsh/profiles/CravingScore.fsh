Profile: CravingScore
Parent: Observation
Id: craving-score
Title: "Craving Score"
Description: "How strongly the patient wished for ketamine between sessions, on a numeric rating of this guide from 0 to 10. It is asked before a session, never during one."
* insert Definition
* ^purpose = "R19, R25: dependence goes unquantified unless craving is asked about."
* insert Survey
* extension contains
    RecallPeriod named recallPeriod 1..1 MS and
    TimePoint named timePoint 0..1 MS
* code = InstrumentCS#craving-rating
* value[x] 1..1 MS
* value[x] only integer
* value[x] obeys krn-cra-1
