Instance: SessionIndicators
InstanceOf: Library
Usage: #definition
Title: "Sessions in CQL"
Description: "Criteria of the indicators of sessions and patients."
* insert CqlLibrary(SessionIndicators)
* title = "Sessions in CQL"
* description = "Criteria of the indicators of sessions and patients."
* purpose = "R7, R20"
* relatedArtifact[+].type = #depends-on
* relatedArtifact[=].resource = Canonical(KetamineRecords)
* insert MeasurementPeriod
