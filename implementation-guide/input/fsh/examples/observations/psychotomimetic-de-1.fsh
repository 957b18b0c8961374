Instance: psychotomimetic-de-1
InstanceOf: KetaminePsychotomimeticScore
Usage: #example
Title: "Psychotomimetic Symptoms after the Spray"
Description: "All 18 items of the BPRS, scored 1 to 7, so that 18 means none."
* insert Measurement(nordlicht, P-0077-6, [[2026-10-05T15:00:00+02:00]], [[Patient/patient-de-1]])
* insert InSession([[Encounter/session-de-1]], during)
* code = InstrumentCS#bprs-total-1-7
* insert Score(29)
