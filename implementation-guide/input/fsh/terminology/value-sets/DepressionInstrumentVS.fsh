ValueSet: DepressionInstrumentVS
Id: depression-instrument-vs
Title: "Depression Instruments"
Description: "The total scores of depression by which the registry follows efficacy (R21)."
* insert Definition
* ^purpose = "R21: response and relapse are told by totals of one instrument."
* insert LoincCopyright
* InstrumentCS#madrs-total "MADRS total"
* InstrumentCS#qids-sr16-total "QIDS-SR16 total"
* InstrumentCS#ham-d17-total "HAM-D17 total"
* $loinc#44261-6 "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"
