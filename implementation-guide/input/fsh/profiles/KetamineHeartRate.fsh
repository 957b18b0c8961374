Profile: KetamineHeartRate
Parent: $heart-rate-profile
Id: ketamine-heart-rate
Title: "Ketamine Heart Rate"
Description: "Heart rate before, during or after an administration."
* insert Definition
* ^purpose = "R8, S3: vital signs around a session."
* insert VitalSign
* insert TimedInSession
* component 0..0
* valueQuantity 1..1 MS
* valueQuantity obeys krn-vit-1
