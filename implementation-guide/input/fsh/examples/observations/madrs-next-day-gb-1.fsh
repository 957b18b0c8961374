Instance: madrs-next-day-gb-1
InstanceOf: DepressionScore
Usage: #example
Title: "MADRS after 24 Hours"
Description: "MADRS in its 24-hour version, a day after the first session and outside a session (R21)."
* insert Measurement(riverside, O-2026-0915, [[2026-09-15T10:00:00+01:00]], [[Patient/patient-gb-1]])
* insert ScaleTotal(InstrumentCS#madrs-total, 15, 24, 'h')
* extension[instrumentVersion].valueString = "24-hour"
