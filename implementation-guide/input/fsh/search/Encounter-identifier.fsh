Instance: Encounter-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Encounter: identifier"
Description: "An identifier of the session."
* insert ActiveSearchParameter(Encounter, identifier, token)
* name = "EncounterIdentifier"
* description = "An identifier of the session."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "Encounter.identifier"
