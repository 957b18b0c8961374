Instance: ham-d17-de-1
InstanceOf: DepressionScore
Usage: #example
Title: "HAM-D17 before the Course"
Description: "HAM-D17 before the course."
* insert Measurement(nordlicht, P-0077-2, [[2026-10-05T13:50:00+02:00]], [[Patient/patient-de-1]])
* encounter.reference = "Encounter/session-de-1"
* insert ScaleTotal(InstrumentCS#ham-d17-total, 24, 7, 'd')
