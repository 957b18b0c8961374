Instance: alanine-aminotransferase-session-gb-2
InstanceOf: LiverFunctionTest
Usage: #example
Title: "Alanine Aminotransferase in a Session"
Description: "A sample that was taken before the second session."
* insert Measurement(riverside, L-2026-0917, [[2026-09-17T09:40:00+01:00]], [[Patient/patient-gb-1]])
* encounter.reference = "Encounter/session-gb-2"
* insert Liver([[$loinc#1742-6 "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma"]], 33, 'U/L', 45)
