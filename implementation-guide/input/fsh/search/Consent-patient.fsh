Instance: Consent-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "Consent: patient"
Description: "The patient of the consent."
* insert ActiveSearchParameter(Consent, patient, reference)
* name = "ConsentPatient"
* description = "The patient of the consent."
* purpose = "R16: the decision in force is found among all consents of the patient."
* expression = "Consent.patient"
* target = #Patient
