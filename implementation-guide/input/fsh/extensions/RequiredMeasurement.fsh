Extension: RequiredMeasurement
Id: required-measurement
Title: "Required Measurement"
Description: "A measurement that every session must have: at a time relative to the administration or, without a timing, at any time."
Context: PlanDefinition.action
* insert Definition
* ^purpose = "R1, R8, S3"
* extension contains
    measurement 1..1 and
    timing 0..1
* extension[measurement] ^short = "Code of the measurement"
* extension[measurement].value[x] 1..1
* extension[measurement].value[x] only Coding
* extension[measurement].valueCoding from MonitoredObservationVS (required)
* extension[timing] ^short = "before | during | after"
* extension[timing].value[x] 1..1
* extension[timing].value[x] only code
* extension[timing].valueCode from SessionTimingVS (required)
