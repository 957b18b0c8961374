Instance: body-weight-gb-1
InstanceOf: KetamineBodyWeight
Usage: #example
Title: "Body Weight in the Session"
Description: "Body Weight in the Session (R23)."
* insert Measurement(riverside, O-1091-08, [[2026-09-14T09:35:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], before)
* insert BodyWeightValue(70)
