Instance: alanine-aminotransferase-later-gb-1
InstanceOf: LiverFunctionTest
Usage: #example
Title: "Raised Alanine Aminotransferase"
Description: "Three and a half times the upper limit of normal, which is derived from value and limit."
* insert Measurement(riverside, L-2026-1110, [[2026-11-10T09:00:00+00:00]], [[Patient/patient-gb-1]])
* insert Liver([[$loinc#1742-6 "Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma"]], 157.5, 'U/L', 45)
