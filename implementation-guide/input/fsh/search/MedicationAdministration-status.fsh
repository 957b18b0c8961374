Instance: MedicationAdministration-status
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration: status"
Description: "The status of the administration."
* insert ActiveSearchParameter(MedicationAdministration, status, token)
* name = "MedicationAdministrationStatus"
* description = "The status of the administration."
* purpose = "R24: stopped administrations are read apart."
* expression = "MedicationAdministration.status"
