ValueSet: AnxietyInstrumentVS
Id: anxiety-instrument-vs
Title: "Anxiety Instruments"
Description: "The total scores of anxiety that the registry follows (S5)."
* insert Definition
* ^purpose = "S5: totals of instruments are compared only with totals of the same instrument."
* insert LoincCopyright
* $loinc#70274-6 "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]"
* InstrumentCS#ham-a-total "HAM-A total"
