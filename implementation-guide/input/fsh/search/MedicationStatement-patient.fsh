Instance: MedicationStatement-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationStatement: patient"
Description: "The patient of the concomitant medication."
* insert ActiveSearchParameter(MedicationStatement, patient, reference)
* name = "MedicationStatementPatient"
* description = "The patient of the concomitant medication."
* purpose = "R8, S4: what a patient takes beside ketamine is read together."
* expression = "MedicationStatement.subject.where(resolve() is Patient)"
* target = #Patient
