CodeSystem: TreatmentFundingCS
Id: treatment-funding-cs
Title: "Treatment Funding"
Description: "Who pays for a course of treatment."
* insert Definition
* ^purpose = "R22: who pays is known."
* ^caseSensitive = true
* #public "Public" "A public health service or statutory insurance."
* #private-insurance "Private insurance" "A private insurer."
* #self-pay "Self-pay" "The patient or the family."
* #trial "Clinical trial" "The sponsor of a clinical trial."
* #other "Other" "Anyone else, such as a charity."
