Extension: Contraindication
Id: contraindication
Title: "Contraindication"
Description: "A condition with which the jurisdiction does not want ketamine to be given. A dose while the patient has it is found; a dose after it has ended is found where the history counts."
Context: PlanDefinition.action
* insert Definition
* ^purpose = "R1, S3"
* extension contains
    condition 1..1 and
    history 0..1
* extension[condition] ^short = "Code of the condition"
* extension[condition].value[x] 1..1
* extension[condition].value[x] only Coding
* extension[condition].valueCoding from ComorbidityVS (required)
* extension[history] ^short = "Whether it counts after it has ended; absent means no"
* extension[history].value[x] 1..1
* extension[history].value[x] only boolean
