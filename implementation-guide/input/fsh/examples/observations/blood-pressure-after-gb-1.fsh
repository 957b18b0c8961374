Instance: blood-pressure-after-gb-1
InstanceOf: KetamineBloodPressure
Usage: #example
Title: "Blood Pressure after the Infusion"
Description: "Blood Pressure after the Infusion (R8, S3)."
* insert Measurement(riverside, O-1091-03, [[2026-09-14T11:45:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], after)
* insert BloodPressureValues(128, 80)
