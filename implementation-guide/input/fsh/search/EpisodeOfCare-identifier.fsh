Instance: EpisodeOfCare-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "EpisodeOfCare: identifier"
Description: "An identifier of the course."
* insert ActiveSearchParameter(EpisodeOfCare, identifier, token)
* name = "EpisodeOfCareIdentifier"
* description = "An identifier of the course."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "EpisodeOfCare.identifier"
