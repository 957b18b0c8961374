Instance: Composition-type
InstanceOf: SearchParameter
Usage: #definition
Title: "Composition: type"
Description: "What the document is: a case report."
* insert ActiveSearchParameter(Composition, type, token)
* name = "CompositionType"
* description = "What the document is: a case report."
* purpose = "R9: a single case is found as such."
* expression = "Composition.type"
