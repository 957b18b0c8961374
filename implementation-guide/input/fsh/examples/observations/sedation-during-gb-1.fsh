Instance: sedation-during-gb-1
InstanceOf: KetamineSedationScore
Usage: #example
Title: "Sedation during the Infusion"
Description: "Sedation during the Infusion (R8)."
* insert Measurement(riverside, O-1091-09, [[2026-09-14T10:20:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], during)
* insert Score(4)
