Instance: study-de-1
InstanceOf: KetamineStudy
Usage: #example
Title: "Trial that Was Stopped"
Description: "A trial of esketamine in bipolar depression, registered in the European Union and in Germany, which ended early."
* extension[studySite].valueReference.reference = "Organization/clinic-de-0001"
* identifier[ctis].value = "2023-501234-17-00"
* identifier[otherRegister].value = "DRKS00099999"
* status = #closed-to-accrual-and-intervention
* phase = $study-phase#phase-2 "Phase 2"
* focus = KetamineSubstanceCS#esketamine "Esketamine"
* condition = TreatmentIndicationCS#bipolar-depression "Bipolar depression"
* period.start = "2024-02-01"
* period.end = "2026-06-30"
* reasonStopped = $study-reason-stopped#closed-due-to-lack-of-study-progress "Closed due to lack of study progress"
* arm[0].name = "ESK-84"
* arm[0].type = StudyArmTypeCS#ketamine "Ketamine"
* arm[+].name = "PLC"
* arm[=].type = StudyArmTypeCS#placebo "Placebo"
