Instance: sedation-after-gb-1
InstanceOf: KetamineSedationScore
Usage: #example
Title: "Sedation after the Infusion"
Description: "Sedation after the Infusion."
* insert Measurement(riverside, O-1091-10, [[2026-09-14T11:45:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], after)
* insert Score(5)
