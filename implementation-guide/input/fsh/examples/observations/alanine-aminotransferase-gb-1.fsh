Instance: alanine-aminotransferase-gb-1
InstanceOf: LiverFunctionTest
Usage: #example
Title: "Alanine Aminotransferase before the Course"
Description: "Within the normal range."
* insert Measurement(riverside, L-2026-0831, [[2026-08-31T09:10:00+01:00]], [[Patient/patient-gb-1]])
* insert Liver([[$loinc#1742-6 "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma"]], 31, 'U/L', 45)
* extension[timePoint].valueCode = #baseline
