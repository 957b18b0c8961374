Instance: Observation-code
InstanceOf: SearchParameter
Usage: #definition
Title: "Observation: code"
Description: "What was measured."
* insert ActiveSearchParameter(Observation, code, token)
* name = "ObservationCode"
* description = "What was measured."
* purpose = "R8, R21: measurements of one kind are read together."
* expression = "Observation.code"
