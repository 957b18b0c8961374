CodeSystem: CapacityFindingCS
Id: capacity-finding-cs
Title: "Capacity Findings"
Description: "Whether the patient had the capacity to make the decision."
* insert Definition
* ^purpose = "R16: capacity that was not assessed is told from capacity that lacks."
* ^caseSensitive = true
* #has-capacity "Has capacity" "The patient was assessed and has capacity for this decision."
* #lacks-capacity "Lacks capacity" "The patient was assessed and lacks capacity for this decision; the consent permits nothing."
* #not-assessed "Not assessed" "Capacity was not assessed."
