Instance: Observation-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "Observation: patient"
Description: "The patient of the measurement or score."
* insert ActiveSearchParameter(Observation, patient, reference)
* name = "ObservationPatient"
* description = "The patient of the measurement or score."
* purpose = "R21: scores of a patient are read over time."
* expression = "Observation.subject.where(resolve() is Patient)"
* target = #Patient
