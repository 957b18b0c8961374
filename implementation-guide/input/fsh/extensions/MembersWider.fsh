Extension: MembersWider
Id: members-wider
Title: "Members Wider"
Description: "How many members of the network gave figures of a wider group than was asked for, since so few persons are between the two."
Context: MeasureReport.group, MeasureReport.group.stratifier.stratum
* insert Definition
* ^purpose = "R10, R20: a total over several registries does not look more certain than it is, and says who is in it."
* value[x] 1..1
* value[x] only integer
* valueInteger obeys krn-net-5
