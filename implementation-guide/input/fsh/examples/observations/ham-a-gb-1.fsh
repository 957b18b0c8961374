Instance: ham-a-gb-1
InstanceOf: AnxietyScore
Usage: #example
Title: "HAM-A between Sessions"
Description: "HAM-A a week after the first session, outside of any session (S5)."
* insert Measurement(riverside, O-1091-16, [[2026-09-21T10:05:00+01:00]], [[Patient/patient-gb-1]])
* insert ScaleTotal(InstrumentCS#ham-a-total, 18, 7, 'd')
* extension[timePoint].valueCode = #7-days
* extension[instrumentVersion].valueString = "SIGH-A"
