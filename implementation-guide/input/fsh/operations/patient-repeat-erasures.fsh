Instance: patient-repeat-erasures
InstanceOf: OperationDefinition
Usage: #definition
Title: "Repeat Erasures"
Description: "A steward erases again whoever a restored backup brought back."
* insert DefinitionInstance
* url = Canonical(patient-repeat-erasures)
* name = "RepeatErasures"
* title = "Repeat Erasures"
* description = "A steward erases again whoever was erased and is on record all the same, as after a backup was restored that was made before. It may be repeated at any time."
* purpose = "R16: an erasure outlives the backups."
* experimental = false
* kind = #operation
* affectsState = true
* code = #repeat-erasures
* resource = #Patient
* system = false
* type = true
* instance = false
* insert Out(persons, 1, 1, integer, [[How many persons were erased again.]])
