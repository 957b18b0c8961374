Instance: qids-gb-1
InstanceOf: DepressionScore
Usage: #example
Title: "QIDS-SR16 after a Week"
Description: "Self-reported depression, a week after the first session (R21)."
* insert Measurement(riverside, O-2026-0921, [[2026-09-21T08:00:00+01:00]], [[Patient/patient-gb-1]])
* insert ScaleTotal(InstrumentCS#qids-sr16-total, 9, 7, 'd')
