Instance: oxygen-saturation-after-gb-1
InstanceOf: KetamineOxygenSaturation
Usage: #example
Title: "Oxygen Saturation after the Infusion"
Description: "Oxygen Saturation after the Infusion."
* insert Measurement(riverside, O-1091-07, [[2026-09-14T11:45:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], after)
* insert OxygenSaturationValue(98)
