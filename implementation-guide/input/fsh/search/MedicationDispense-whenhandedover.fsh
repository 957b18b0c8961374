Instance: MedicationDispense-whenhandedover
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationDispense: whenhandedover"
Description: "When the supply was handed over."
* insert ActiveSearchParameter(MedicationDispense, whenhandedover, date)
* name = "MedicationDispenseWhenHandedOver"
* description = "When the supply was handed over."
* purpose = "R2, R25: supplies are added up over a period."
* expression = "MedicationDispense.whenHandedOver"
