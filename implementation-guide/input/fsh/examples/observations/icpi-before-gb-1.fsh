Instance: icpi-before-gb-1
InstanceOf: BladderSymptomScore
Usage: #example
Title: "ICPI before the Course"
Description: "ICPI before the first session."
* insert Measurement(riverside, O-1091-18, [[2026-09-07T11:25:00+01:00]], [[Patient/patient-gb-1]])
* insert ScaleTotal(InstrumentCS#icpi-total, 1, 30, 'd')
