Instance: dissociation-during-gb-1
InstanceOf: KetamineDissociationScore
Usage: #example
Title: "Dissociation during the Infusion"
Description: "Dissociation during the Infusion (R8)."
* insert Measurement(riverside, O-1091-11, [[2026-09-14T10:30:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], during)
* insert Score(21)
