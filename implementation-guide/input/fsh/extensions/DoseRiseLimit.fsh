Extension: DoseRiseLimit
Id: dose-rise-limit
Title: "Dose Rise Limit"
Description: "How far a dose may rise over the first one of its substance and route within a course: of what is given at the clinic the dose of a session, of what is supplied to take home the quantity for a day. A first dose that was stopped does not count as the first."
Context: PlanDefinition.action
* insert Definition
* insert UcumCopyright
* ^purpose = "R1, R25"
* insert SubstanceAndRoute
* extension contains maximum 1..1
* extension[maximum] ^short = "Largest rise, in per cent of the first dose"
* extension[maximum].value[x] 1..1
* extension[maximum].value[x] only Quantity
* extension[maximum].value[x] obeys krn-prs-5
* insert QuantityIn(extension[maximum].valueQuantity, #%)
