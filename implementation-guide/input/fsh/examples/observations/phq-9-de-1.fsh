Instance: phq-9-de-1
InstanceOf: DepressionScore
Usage: #example
Title: "PHQ-9 before the Course"
Description: "PHQ-9, which asks about two weeks."
* insert Measurement(nordlicht, P-0077-1, [[2026-10-05T13:45:00+02:00]], [[Patient/patient-de-1]])
* encounter.reference = "Encounter/session-de-1"
* insert ScaleTotal([[$loinc#44261-6 "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]"]], 19, 14, 'd')
