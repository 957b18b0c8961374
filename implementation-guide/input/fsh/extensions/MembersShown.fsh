Extension: MembersShown
Id: members-shown
Title: "Members Shown"
Description: "How many members of the network are in a merged figure."
Context: MeasureReport.group.population, MeasureReport.group.stratifier.stratum.population, Quantity
* insert Definition
* ^purpose = "R10, R20: a total over several registries does not look more certain than it is, and says who is in it."
* value[x] 1..1
* value[x] only integer
* valueInteger obeys krn-net-4
