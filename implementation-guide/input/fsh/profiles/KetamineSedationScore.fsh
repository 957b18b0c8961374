Profile: KetamineSedationScore
Parent: Observation
Id: ketamine-sedation-score
Title: "Ketamine Sedation Score"
Description: "Sedation by the Modified Observer’s Assessment of Alertness and Sedation (MOAA/S): 5 responds readily, 0 is unresponsive."
* insert Definition
* ^purpose = "R8: sedation is part of the monitoring of a session."
* insert Survey
* insert TimedInSession
* code = InstrumentCS#moaa-s
* value[x] 1..1 MS
* value[x] only integer
* value[x] obeys krn-sed-1
