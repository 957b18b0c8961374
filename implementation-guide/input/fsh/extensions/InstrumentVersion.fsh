Extension: InstrumentVersion
Id: instrument-version
Title: "Instrument Version"
Description: "The version or language edition of the instrument, in its publisher's own short designation."
Context: Observation
* insert Definition
* ^purpose = "R21, S4"
* value[x] 1..1
* value[x] only string
* value[x] obeys krn-obs-2
