Instance: FollowUpIndicators
InstanceOf: Library
Usage: #definition
Title: "Follow-Up in CQL"
Description: "Criteria of the indicators of bladder symptoms, craving and misuse, liver function and long-term follow-up."
* insert CqlLibrary(FollowUpIndicators)
* title = "Follow-Up in CQL"
* description = "Criteria of the indicators of bladder symptoms, craving and misuse, liver function and long-term follow-up."
* purpose = "R19, R23, R25, S1, S6"
* relatedArtifact[+].type = #depends-on
* relatedArtifact[=].resource = Canonical(KetamineRecords)
* insert MeasurementPeriod
