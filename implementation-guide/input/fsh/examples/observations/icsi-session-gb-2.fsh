Instance: icsi-session-gb-2
InstanceOf: BladderSymptomScore
Usage: #example
Title: "ICSI in a Session"
Description: "ICSI asked before the second session, in an edition that is named (S6)."
* insert Measurement(riverside, O-1117-21, [[2026-09-17T09:31:00+01:00]], [[Patient/patient-gb-1]])
* encounter.reference = "Encounter/session-gb-2"
* insert ScaleTotal(InstrumentCS#icsi-total, 2, 30, 'd')
* extension[timePoint].valueCode = #3-days
* extension[instrumentVersion].valueString = "en-GB"
