Instance: madrs-day-7-gb-1
InstanceOf: DepressionScore
Usage: #example
Title: "MADRS after 7 Days"
Description: "MADRS, which asks about a week, at the time point of 7 days and before the next session."
* insert Measurement(riverside, O-2026-0922, [[2026-09-21T10:00:00+01:00]], [[Patient/patient-gb-1]])
* insert ScaleTotal(InstrumentCS#madrs-total, 12, 7, 'd')
* extension[timePoint].valueCode = #7-days
