Instance: icsi-before-gb-1
InstanceOf: BladderSymptomScore
Usage: #example
Title: "ICSI before the Course"
Description: "ICSI before the first session, which asks about a month (S6)."
* insert Measurement(riverside, O-1091-17, [[2026-09-07T11:20:00+01:00]], [[Patient/patient-gb-1]])
* insert ScaleTotal(InstrumentCS#icsi-total, 2, 30, 'd')
