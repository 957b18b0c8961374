Instance: heart-rate-during-gb-1
InstanceOf: KetamineHeartRate
Usage: #example
Title: "Heart Rate during the Infusion"
Description: "Heart Rate during the Infusion."
* insert Measurement(riverside, O-1091-05, [[2026-09-14T10:20:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], during)
* insert HeartRateValue(88)
