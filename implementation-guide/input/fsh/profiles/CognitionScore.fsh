Profile: CognitionScore
Parent: Observation
Id: cognition-score
Title: "Cognition Score"
Description: "The result of a test of cognition: the total of the Montreal Cognitive Assessment (MoCA), or the number of correct symbols of a Digit Symbol Substitution Test, which names its version. It is done before the course and followed for as long as ketamine is taken, never on the day of a dose after the dose."
* insert Definition
* ^purpose = "R19: cognitive damage by cumulative dose is quantified only where cognition is tested."
* insert Survey
* obeys krn-cog-1 and krn-cog-2 and krn-cog-3
* extension contains
    InstrumentVersion named instrumentVersion 0..1 MS and
    TimePoint named timePoint 0..1 MS
* code from CognitionInstrumentVS (required)
* code.coding 1..1
* value[x] 1..1 MS
* value[x] only integer
