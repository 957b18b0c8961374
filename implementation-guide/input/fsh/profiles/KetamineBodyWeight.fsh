Profile: KetamineBodyWeight
Parent: $body-weight-profile
Id: ketamine-body-weight
Title: "Ketamine Body Weight"
Description: "Body weight, in or outside a session. The registry takes the latest one before an administration to derive the dose per kilogram."
* insert Definition
* ^purpose = "R23: dose per kilogram is always derivable."
* insert VitalSign
* extension contains SessionTiming named sessionTiming 0..1
* component 0..0
* valueQuantity 1..1 MS
* valueQuantity obeys krn-vit-3
* valueQuantity.code = #kg
