ValueSet: ListednessVS
Id: listedness-vs
Title: "Listedness"
Description: "Whether an event is among the known effects of the suspected drug."
* insert Definition
* ^purpose = "R14: what is not among the known effects is looked at first."
* ListednessCS#listed "Listed"
* ListednessCS#not-listed "Not listed"
* ListednessCS#unknown "Unknown"
