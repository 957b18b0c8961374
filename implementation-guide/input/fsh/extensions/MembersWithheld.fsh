Extension: MembersWithheld
Id: members-withheld
Title: "Members Withheld"
Description: "How many members of the network withheld their part of a merged figure."
Context: MeasureReport.group.population, MeasureReport.group.stratifier.stratum.population, Quantity
* insert Definition
* ^purpose = "R10, R20: a total over several registries does not look more certain than it is, and says who is in it."
* value[x] 1..1
* value[x] only integer
* valueInteger obeys krn-net-4
