Instance: bilirubin-de-1
InstanceOf: LiverFunctionTest
Usage: #example
Title: "Bilirubin before the Course"
Description: "Total bilirubin by amount of substance."
* insert Measurement(nordlicht, P-0077-10, [[2026-10-01T08:30:00+02:00]], [[Patient/patient-de-1]])
* insert Liver([[$loinc#14631-6 "Bilirubin.total [Moles/volume] in Serum or Plasma"]], 12, 'umol/L', 21)
* extension[timePoint].valueCode = #baseline
