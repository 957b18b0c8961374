Profile: KetaminePsychotomimeticScore
Parent: Observation
Id: ketamine-psychotomimetic-score
Title: "Ketamine Psychotomimetic Score"
Description: "Psychotomimetic symptoms by the Brief Psychiatric Rating Scale (BPRS), all 18 items or the four positive symptoms. Its items are scored 0 to 6 or 1 to 7, and a score is meaningless without knowing which: the code says it."
* insert Definition
* ^purpose = "R8: psychotomimetic symptoms are part of the monitoring of a session."
* insert Survey
* insert TimedInSession
* obeys krn-psy-1 and krn-psy-2
* code from PsychotomimeticInstrumentVS (required)
* code.coding 1..1
* value[x] 1..1 MS
* value[x] only integer
