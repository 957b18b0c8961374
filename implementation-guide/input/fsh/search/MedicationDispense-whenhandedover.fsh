Instance: MedicationDispense-whenhandedover
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationDispense: whenhandedover"
Description: "When the supply was handed over."
* insert ActiveSearchParameter(MedicationDispense, whenhandedover, date)
* name = "MedicationDispenseWhenHandedOver"
* description = "When the supply was handed over."
* purpose = "Supplies are added up over a period (R2, R25)."
* expression = "MedicationDispense.whenHandedOver"
