Instance: oxygen-saturation-during-gb-1
InstanceOf: KetamineOxygenSaturation
Usage: #example
Title: "Oxygen Saturation during the Infusion"
Description: "Oxygen Saturation during the Infusion."
* insert Measurement(riverside, O-1091-06, [[2026-09-14T10:20:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], during)
* insert OxygenSaturationValue(97)
