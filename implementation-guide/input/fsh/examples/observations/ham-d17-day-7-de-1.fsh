Instance: ham-d17-day-7-de-1
InstanceOf: DepressionScore
Usage: #example
Title: "HAM-D17 after 7 Days"
Description: "HAM-D17, which asks about a week, due 7 days after the first session and assessed ten minutes later."
* insert Measurement(nordlicht, P-0077-12, [[2026-10-12T14:30:00+02:00]], [[Patient/patient-de-1]])
* insert ScaleTotal(InstrumentCS#ham-d17-total, 11, 7, 'd')
* extension[timePoint].valueCode = #7-days
