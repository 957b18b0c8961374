Instance: heart-rate-before-gb-1
InstanceOf: KetamineHeartRate
Usage: #example
Title: "Heart Rate before the Infusion"
Description: "Heart Rate before the Infusion."
* insert Measurement(riverside, O-1091-04, [[2026-09-14T09:40:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], before)
* insert HeartRateValue(72)
