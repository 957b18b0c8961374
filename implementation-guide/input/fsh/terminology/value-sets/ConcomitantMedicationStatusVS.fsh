ValueSet: ConcomitantMedicationStatusVS
Id: concomitant-medication-status-vs
Title: "Concomitant Medication Statuses"
Description: "Whether a patient takes a medicine. That none of a class is taken is told by Not Taken."
* insert Definition
* ^purpose = "S4: whether a medicine is taken, or known not to be."
* $medication-statement-status#active "Active"
* $medication-statement-status#completed "Completed"
* $medication-statement-status#entered-in-error "Entered in Error"
* $medication-statement-status#stopped "Stopped"
* $medication-statement-status#on-hold "On Hold"
* $medication-statement-status#not-taken "Not Taken"
