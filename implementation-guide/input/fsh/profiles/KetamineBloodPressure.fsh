Profile: KetamineBloodPressure
Parent: $blood-pressure-profile
Id: ketamine-blood-pressure
Title: "Ketamine Blood Pressure"
Description: "Blood pressure before, during or after an administration."
* insert Definition
* ^purpose = "R8, S3: blood pressure is required around a session."
* insert VitalSign
* insert TimedInSession
* obeys krn-bp-2
* component 2..2
* component[SystolicBP].code.text 0..0
* component[SystolicBP].value[x] 1..1
* component[SystolicBP].value[x] obeys krn-bp-1
* component[SystolicBP].dataAbsentReason 0..0
* component[SystolicBP].interpretation 0..0
* component[SystolicBP].referenceRange 0..0
* component[DiastolicBP].code.text 0..0
* component[DiastolicBP].value[x] 1..1
* component[DiastolicBP].value[x] obeys krn-bp-1
* component[DiastolicBP].dataAbsentReason 0..0
* component[DiastolicBP].interpretation 0..0
* component[DiastolicBP].referenceRange 0..0
