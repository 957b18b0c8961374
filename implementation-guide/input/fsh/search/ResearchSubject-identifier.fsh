Instance: ResearchSubject-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "ResearchSubject: identifier"
Description: "The identifier of the participation."
* insert ActiveSearchParameter(ResearchSubject, identifier, token)
* name = "ResearchSubjectIdentifier"
* description = "The identifier of the participation."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "ResearchSubject.identifier"
