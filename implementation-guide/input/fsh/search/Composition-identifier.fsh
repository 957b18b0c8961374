Instance: Composition-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Composition: identifier"
Description: "The identifier of the case report."
* insert ActiveSearchParameter(Composition, identifier, token)
* name = "CompositionIdentifier"
* description = "The identifier of the case report."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "Composition.identifier"
