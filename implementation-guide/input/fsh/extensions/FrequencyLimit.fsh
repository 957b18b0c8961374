Extension: FrequencyLimit
Id: frequency-limit
Title: "Frequency Limit"
Description: "The largest number of doses of a substance by a route within a number of days, given at the clinic and taken at home together. A dose given in parts within a session counts once. A supply counts on each of its days by the doses a day of its instruction or, where that is more, of its quantity over the single dose. More doses are found; as many are not."
Context: PlanDefinition.action
* insert Definition
* insert UcumCopyright
* ^purpose = "R1, R18, R23, R25"
* insert SubstanceAndRoute
* extension contains
    maximum 1..1 and
    within 1..1
* extension[maximum] ^short = "Largest number of doses"
* extension[maximum].value[x] 1..1
* extension[maximum].value[x] only positiveInt
* extension[within] ^short = "Days over which doses are counted"
* extension[within].value[x] 1..1
* extension[within].value[x] only Duration
* extension[within].value[x] obeys krn-prs-5 and krn-prs-7
* insert QuantityIn(extension[within].valueDuration, #d)
