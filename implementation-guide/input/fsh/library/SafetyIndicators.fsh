Instance: SafetyIndicators
InstanceOf: Library
Usage: #definition
Title: "Safety in CQL"
Description: "Criteria of the indicators of adverse events, stopped administrations and blood pressure."
* insert CqlLibrary(SafetyIndicators)
* title = "Safety in CQL"
* description = "Criteria of the indicators of adverse events, stopped administrations and blood pressure."
* purpose = "R8, R14, R24, S2, S3"
* relatedArtifact[+].type = #depends-on
* relatedArtifact[=].resource = Canonical(KetamineRecords)
* insert MeasurementPeriod
