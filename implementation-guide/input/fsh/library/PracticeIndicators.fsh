Instance: PracticeIndicators
InstanceOf: Library
Usage: #definition
Title: "Practice in CQL"
Description: "Criteria of the indicators of practice and of the completeness of records."
* insert CqlLibrary(PracticeIndicators)
* title = "Practice in CQL"
* description = "Criteria of the indicators of practice and of the completeness of records."
* purpose = "R3, R4, R6, R7, R18, R22, R25, R26"
* relatedArtifact[+].type = #depends-on
* relatedArtifact[=].resource = Canonical(KetamineRecords)
* insert MeasurementPeriod
