ValueSet: CognitionInstrumentVS
Id: cognition-instrument-vs
Title: "Cognition Instruments"
Description: "The tests of cognition that the registry follows (R19)."
* insert Definition
* ^purpose = "R19: tests of cognition are compared only with the same test."
* insert LoincCopyright
* $loinc#72172-0 "Total score [MoCA]"
* InstrumentCS#dsst-correct "DSST correct symbols"
