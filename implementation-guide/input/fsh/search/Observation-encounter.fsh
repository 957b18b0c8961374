Instance: Observation-encounter
InstanceOf: SearchParameter
Usage: #definition
Title: "Observation: encounter"
Description: "The session of the measurement or score."
* insert ActiveSearchParameter(Observation, encounter, reference)
* name = "ObservationEncounter"
* description = "The session of the measurement or score."
* purpose = "R8: the monitoring of a session is read together."
* expression = "Observation.encounter"
* target = #Encounter
