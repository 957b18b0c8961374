Instance: Observation-code
InstanceOf: SearchParameter
Usage: #definition
Title: "Observation: code"
Description: "What was measured."
* insert ActiveSearchParameter(Observation, code, token)
* name = "ObservationCode"
* description = "What was measured."
* purpose = "Measurements of one kind are read together (R8, R21)."
* expression = "Observation.code"
