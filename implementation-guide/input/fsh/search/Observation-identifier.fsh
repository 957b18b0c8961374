Instance: Observation-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Observation: identifier"
Description: "An identifier of the measurement or score."
* insert ActiveSearchParameter(Observation, identifier, token)
* name = "ObservationIdentifier"
* description = "An identifier of the measurement or score."
* purpose = "R7: conditional references, conditional updates and conditional creates address a record by its business identifier."
* expression = "Observation.identifier"
