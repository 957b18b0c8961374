Instance: madrs-before-gb-1
InstanceOf: DepressionScore
Usage: #example
Title: "MADRS before the First Session"
Description: "MADRS before the First Session."
* insert Measurement(riverside, O-1091-13, [[2026-09-14T09:32:00+01:00]], [[Patient/patient-gb-1]])
* encounter.reference = "Encounter/session-gb-1"
* insert ScaleTotal(InstrumentCS#madrs-total, 34, 7, 'd')
