Instance: psychotomimetic-during-gb-1
InstanceOf: KetaminePsychotomimeticScore
Usage: #example
Title: "Psychotomimetic Symptoms during the Infusion"
Description: "The four positive symptoms of the BPRS at 40 minutes, items scored 0 to 6."
* insert Measurement(riverside, O-1091-19, [[2026-09-14T10:30:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], during)
* code = InstrumentCS#bprs-positive-0-6
* insert Score(5)
