Profile: KetamineDissociationScore
Parent: Observation
Id: ketamine-dissociation-score
Title: "Ketamine Dissociation Score"
Description: "Dissociation by the 19 subjective items of the Clinician-Administered Dissociative States Scale (CADSS), total 0 to 76."
* insert Definition
* ^purpose = "R8: dissociation is part of the monitoring of a session."
* insert Survey
* insert TimedInSession
* code = InstrumentCS#cadss-subjective-total
* value[x] 1..1 MS
* value[x] only integer
* value[x] obeys krn-dis-1
