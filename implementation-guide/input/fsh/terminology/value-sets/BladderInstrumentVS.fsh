ValueSet: BladderInstrumentVS
Id: bladder-instrument-vs
Title: "Bladder Symptom Instruments"
Description: "The total scores of bladder symptoms that the registry follows (R19, S6)."
* insert Definition
* ^purpose = "R19, S6: bladder symptoms are counted by instruments that are known."
* InstrumentCS#icsi-total "ICSI total"
* InstrumentCS#icpi-total "ICPI total"
