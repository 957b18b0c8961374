CodeSystem: CausalityMethodCS
Id: causality-method-cs
Title: "Causality Methods without an HL7 Code"
Description: "Methods of judging causality by their own names. HL7’s code system has kinds of method only."
* insert Definition
* ^purpose = "R14: an assessment is worth as much as its method."
* ^caseSensitive = true
* #clinical-judgement "Clinical judgement" "A clinician’s judgement without a formal method."
* #who-umc "WHO-UMC system" "The system for standardised case causality assessment of the Uppsala Monitoring Centre."
* #naranjo "Naranjo scale" "The adverse drug reaction probability scale of Naranjo and others."
