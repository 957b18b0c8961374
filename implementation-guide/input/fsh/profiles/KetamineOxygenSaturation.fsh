Profile: KetamineOxygenSaturation
Parent: $oxygen-saturation-profile
Id: ketamine-oxygen-saturation
Title: "Ketamine Oxygen Saturation"
Description: "Oxygen saturation before, during or after an administration. The code of pulse oximetry, LOINC 59408-5, may stand beside LOINC 2708-6."
* insert Definition
* ^purpose = "R8, S3: vital signs around a session."
* insert VitalSign
* insert TimedInSession
* component 0..0
* valueQuantity 1..1 MS
* valueQuantity obeys krn-vit-2
