Instance: MedicationAdministration-context
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration: context"
Description: "The session of the administration."
* insert ActiveSearchParameter(MedicationAdministration, context, reference)
* name = "MedicationAdministrationContext"
* description = "The session of the administration."
* purpose = "R8: the administrations of a session are read together."
* expression = "MedicationAdministration.context"
* target = #Encounter
