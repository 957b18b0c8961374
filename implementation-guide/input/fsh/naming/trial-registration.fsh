Instance: trial-registration
InstanceOf: NamingSystem
Usage: #definition
Title: "Trial Registration"
Description: "The number of a study in a public register that has no identifier system of its own in HL7 Terminology."
* insert DefinitionInstance
* name = "TrialRegistration"
* kind = #identifier
* description = "The main ID by which the International Clinical Trials Registry Platform of the World Health Organization names a study, such as DRKS00012345 or EUCTR2019-001234-56-DE. The numbers of ClinicalTrials.gov, CTIS and ISRCTN stand in the systems that HL7 Terminology gives them."
* uniqueId.type = #uri
* uniqueId.value = $trial-registration
* uniqueId.preferred = true
