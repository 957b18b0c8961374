Instance: psychotomimetic-after-gb-1
InstanceOf: KetaminePsychotomimeticScore
Usage: #example
Title: "Psychotomimetic Symptoms after the Infusion"
Description: "None is left before the patient leaves."
* insert Measurement(riverside, O-1091-20, [[2026-09-14T11:45:00+01:00]], [[Patient/patient-gb-1]])
* insert InSession([[Encounter/session-gb-1]], after)
* code = InstrumentCS#bprs-positive-0-6
* insert Score(0)
