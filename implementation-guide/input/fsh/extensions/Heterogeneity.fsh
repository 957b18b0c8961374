Extension: Heterogeneity
Id: heterogeneity
Title: "Heterogeneity"
Description: "How much the members of the network differ in a merged score, beyond what chance and noise would make them differ."
Context: Quantity
* insert Definition
* ^purpose = "R10, R20: a merged score that hides a difference between registries says so."
* extension contains
    q 1..1 and
    degreesOfFreedom 1..1 and
    iSquared 1..1
* extension[q] ^short = "Cochran’s Q"
* extension[q].value[x] 1..1
* extension[q].value[x] only decimal
* extension[degreesOfFreedom] ^short = "One less than the members that are compared"
* extension[degreesOfFreedom].value[x] 1..1
* extension[degreesOfFreedom].value[x] only integer
* extension[iSquared] ^short = "The share of the differences that is beyond chance and noise, 0 to 1"
* extension[iSquared].value[x] 1..1
* extension[iSquared].value[x] only decimal
