Instance: icsi-de-1
InstanceOf: BladderSymptomScore
Usage: #example
Title: "ICSI before the Course, Second Clinic"
Description: "ICSI before the course, answered at the consultation."
* insert Measurement(nordlicht, P-0077-5, [[2026-10-01T09:30:00+02:00]], [[Patient/patient-de-1]])
* insert ScaleTotal(InstrumentCS#icsi-total, 0, 30, 'd')
