Instance: gad-7-de-1
InstanceOf: AnxietyScore
Usage: #example
Title: "GAD-7 before the Course"
Description: "GAD-7, which asks about two weeks (S5)."
* insert Measurement(nordlicht, P-0077-4, [[2026-10-05T13:55:00+02:00]], [[Patient/patient-de-1]])
* encounter.reference = "Encounter/session-de-1"
* insert ScaleTotal([[$loinc#70274-6 "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]"]], 15, 14, 'd')
