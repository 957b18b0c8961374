Extension: Capacity
Id: capacity
Title: "Capacity"
Description: "Whether the patient had the capacity to decide, and when that was assessed. A consent without capacity permits nothing, unless a lawful representative decided; a later loss of capacity does not void it."
Context: Consent
* insert Definition
* ^purpose = "R16"
* obeys krn-con-1
* extension contains
    finding 1..1 and
    assessedOn 0..1
* extension[finding] ^short = "has-capacity | lacks-capacity | not-assessed"
* extension[finding].value[x] 1..1
* extension[finding].value[x] only code
* extension[finding].valueCode from CapacityFindingVS (required)
* extension[assessedOn] ^short = "Date of the assessment"
* extension[assessedOn].value[x] 1..1
* extension[assessedOn].value[x] only date
