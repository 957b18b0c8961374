Instance: EffectIndicators
InstanceOf: Library
Usage: #definition
Title: "Effect in CQL"
Description: "Criteria of the indicators of response, remission, relapse and suicidality follow-up."
* insert CqlLibrary(EffectIndicators)
* title = "Effect in CQL"
* description = "Criteria of the indicators of response, remission, relapse and suicidality follow-up."
* purpose = "R21"
* relatedArtifact[+].type = #depends-on
* relatedArtifact[=].resource = Canonical(KetamineRecords)
* insert MeasurementPeriod
