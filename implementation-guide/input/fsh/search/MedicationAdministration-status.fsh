Instance: MedicationAdministration-status
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration: status"
Description: "The status of the administration."
* insert ActiveSearchParameter(MedicationAdministration, status, token)
* name = "MedicationAdministrationStatus"
* description = "The status of the administration."
* purpose = "Stopped administrations are read apart (R24)."
* expression = "MedicationAdministration.status"
