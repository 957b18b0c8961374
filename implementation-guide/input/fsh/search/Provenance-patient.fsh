Instance: Provenance-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "Provenance: patient"
Description: "The patient whose records were brought."
* insert ActiveSearchParameter(Provenance, patient, reference)
* name = "ProvenancePatient"
* description = "The patient whose records were brought."
* purpose = "R16: how a patient's records came to the registry is read together."
* expression = "Provenance.target.where(resolve() is Patient)"
* target = #Patient
