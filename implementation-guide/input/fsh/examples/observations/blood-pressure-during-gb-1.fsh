Instance: blood-pressure-during-gb-1
InstanceOf: KetamineBloodPressure
Usage: #example
Title: "Blood Pressure during the Infusion"
Description: "Blood Pressure during the Infusion (R8, S3)."
* insert Measurement(riverside, O-1091-02, [[2026-09-14T10:20:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], during)
* insert BloodPressureValues(146, 88)
