ValueSet: PrescriptionStatusVS
Id: prescription-status-vs
Title: "Prescription Statuses"
Description: "The states of a prescription that the registry can use: it was issued."
* insert Definition
* ^purpose = "R2, R13: whether a prescription is in force."
* $prescription-status#active "Active"
* $prescription-status#on-hold "On Hold"
* $prescription-status#cancelled "Cancelled"
* $prescription-status#completed "Completed"
* $prescription-status#entered-in-error "Entered in Error"
* $prescription-status#stopped "Stopped"
