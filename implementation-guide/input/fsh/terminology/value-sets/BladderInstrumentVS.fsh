ValueSet: BladderInstrumentVS
Id: bladder-instrument-vs
Title: "Bladder Symptom Instruments"
Description: "The total scores of bladder symptoms that the registry follows (R19, S6)."
* insert Definition
* InstrumentCS#icsi-total "ICSI total"
* InstrumentCS#icpi-total "ICPI total"
