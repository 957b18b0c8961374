Instance: Condition-patient
InstanceOf: SearchParameter
Usage: #definition
Title: "Condition: patient"
Description: "The patient of the comorbidity."
* insert ActiveSearchParameter(Condition, patient, reference)
* name = "ConditionPatient"
* description = "The patient of the comorbidity."
* purpose = "S3: contraindications of a patient are found together."
* expression = "Condition.subject.where(resolve() is Patient)"
* target = #Patient
