Extension: DoseLimit
Id: dose-limit
Title: "Dose Limit"
Description: "The largest single dose of a substance by a route, absolute or per kilogram of body weight. A dose above it is found; a dose equal to it is not."
Context: PlanDefinition.action
* insert Definition
* ^purpose = "R1, R23"
* insert SubstanceAndRoute
* extension contains maximum 1..1
* extension[maximum] ^short = "Largest dose in mg or mg/kg of base"
* extension[maximum].value[x] 1..1
* extension[maximum].value[x] only Quantity
* extension[maximum].value[x] obeys krn-prs-5
* insert QuantityFrom(extension[maximum].valueQuantity, DoseLimitUnitVS)
