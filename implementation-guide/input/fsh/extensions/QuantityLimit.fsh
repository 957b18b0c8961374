Extension: QuantityLimit
Id: quantity-limit
Title: "Quantity Limit"
Description: "The largest quantity of a substance for a route that may be supplied to take home: in one supply, or, where a period is given, in all supplies that were handed over within that period."
Context: PlanDefinition.action
* insert Definition
* insert UcumCopyright
* ^purpose = "R1, R2"
* insert SubstanceAndRoute
* extension contains
    maximum 1..1 and
    within 0..1
* extension[maximum] ^short = "Largest quantity in mg of base"
* extension[maximum].value[x] 1..1
* extension[maximum].value[x] only Quantity
* extension[maximum].value[x] obeys krn-prs-5
* insert QuantityIn(extension[maximum].valueQuantity, #mg)
* extension[within] ^short = "Period over which supplies are added up"
* extension[within].value[x] 1..1
* extension[within].value[x] only Duration
* extension[within].value[x] obeys krn-prs-5
* insert QuantityFrom(extension[within].valueDuration, RecallPeriodUnitVS)
