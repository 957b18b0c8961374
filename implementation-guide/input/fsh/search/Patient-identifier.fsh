Instance: Patient-identifier
InstanceOf: SearchParameter
Usage: #definition
Title: "Patient: identifier"
Description: "A pseudonym of the patient."
* insert ActiveSearchParameter(Patient, identifier, token)
* name = "PatientIdentifier"
* description = "A pseudonym of the patient."
* purpose = "R13: clinics address a patient by a pseudonym, and the supply check looks for the registry pseudonym."
* expression = "Patient.identifier"
