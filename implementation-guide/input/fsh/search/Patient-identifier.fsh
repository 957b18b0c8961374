Instance: Patient-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Patient: identifier"
Description: "A pseudonym of the patient."
* insert ActiveSearchParameter(Patient, identifier, token)
* name = "PatientIdentifier"
* description = "A pseudonym of the patient."
* purpose = "Clinics address a patient by a pseudonym, and the supply check looks for the registry pseudonym (R13)."
* expression = "Patient.identifier"
