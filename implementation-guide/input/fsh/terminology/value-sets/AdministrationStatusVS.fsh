ValueSet: AdministrationStatusVS
Id: administration-status-vs
Title: "Administration Statuses"
Description: "The states of an administration that the registry can use."
* insert Definition
* ^purpose = "R24: a stopped administration is told from a completed one."
* $administration-status#in-progress "In Progress"
* $administration-status#not-done "Not Done"
* $administration-status#completed "Completed"
* $administration-status#entered-in-error "Entered in Error"
* $administration-status#stopped "Stopped"
