Instance: MedicationAdministration-effective-time
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration: effective-time"
Description: "When the substance was given."
* insert ActiveSearchParameter(MedicationAdministration, effective-time, date)
* name = "MedicationAdministrationEffectiveTime"
* description = "When the substance was given."
* purpose = "R25: frequency and escalation are read over time."
* expression = "MedicationAdministration.effective"
