Instance: blood-pressure-before-gb-1
InstanceOf: KetamineBloodPressure
Usage: #example
Title: "Blood Pressure before the Infusion"
Description: "Blood Pressure before the Infusion (R8, S3)."
* insert Measurement(riverside, O-1091-01, [[2026-09-14T09:40:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], before)
* insert BloodPressureValues(124, 78)
