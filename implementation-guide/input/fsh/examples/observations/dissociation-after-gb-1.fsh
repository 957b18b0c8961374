Instance: dissociation-after-gb-1
InstanceOf: KetamineDissociationScore
Usage: #example
Title: "Dissociation after the Infusion"
Description: "Dissociation after the Infusion."
* insert Measurement(riverside, O-1091-12, [[2026-09-14T11:45:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], after)
* insert Score(1)
