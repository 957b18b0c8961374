Instance: MedicationAdministration-effective-time
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration: effective-time"
Description: "When the substance was given."
* insert ActiveSearchParameter(MedicationAdministration, effective-time, date)
* name = "MedicationAdministrationEffectiveTime"
* description = "When the substance was given."
* purpose = "Frequency and escalation are read over time (R25)."
* expression = "MedicationAdministration.effective"
