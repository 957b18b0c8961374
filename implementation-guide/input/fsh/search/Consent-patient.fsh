Instance: Consent-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "Consent: patient"
Description: "The patient of the consent."
* insert ActiveSearchParameter(Consent, patient, reference)
* name = "ConsentPatient"
* description = "The patient of the consent."
* purpose = "The decision in force is found among all consents of the patient (R16)."
* expression = "Consent.patient"
* target = #Patient
