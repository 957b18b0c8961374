ValueSet: CapacityFindingVS
Id: capacity-finding-vs
Title: "Capacity Findings"
Description: "Whether the patient had the capacity to make the decision."
* insert Definition
* ^purpose = "R16: capacity that was not assessed is told from capacity that lacks."
* CapacityFindingCS#has-capacity "Has capacity"
* CapacityFindingCS#lacks-capacity "Lacks capacity"
* CapacityFindingCS#not-assessed "Not assessed"
