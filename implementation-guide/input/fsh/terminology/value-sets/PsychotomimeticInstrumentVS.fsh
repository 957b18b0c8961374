ValueSet: PsychotomimeticInstrumentVS
Id: psychotomimetic-instrument-vs
Title: "Psychotomimetic Instruments"
Description: "The scores of psychotomimetic symptoms in a session (R8). The two ways of scoring an item are not mixed, so each has codes of its own."
* insert Definition
* ^purpose = "R8: scores are compared only with scores of the same kind."
* InstrumentCS#bprs-total-0-6 "BPRS total, items 0 to 6"
* InstrumentCS#bprs-total-1-7 "BPRS total, items 1 to 7"
* InstrumentCS#bprs-positive-0-6 "BPRS positive symptoms, items 0 to 6"
* InstrumentCS#bprs-positive-1-7 "BPRS positive symptoms, items 1 to 7"
