Instance: EpisodeOfCare-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "EpisodeOfCare: patient"
Description: "The patient of the course."
* insert ActiveSearchParameter(EpisodeOfCare, patient, reference)
* name = "EpisodeOfCarePatient"
* description = "The patient of the course."
* purpose = "S4: the courses of a patient are read together."
* expression = "EpisodeOfCare.patient"
* target = #Patient
