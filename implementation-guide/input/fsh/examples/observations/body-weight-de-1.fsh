Instance: body-weight-de-1
InstanceOf: KetamineBodyWeight
Usage: #example
Title: "Body Weight outside a Session"
Description: "Body weight before the course."
* insert Measurement(nordlicht, P-0077-3, [[2026-10-01T09:15:00+02:00]], [[Patient/patient-de-1]])
* insert BodyWeightValue(82.5)
