ValueSet: TreatmentFundingVS
Id: treatment-funding-vs
Title: "Treatment Funding"
Description: "Who pays for a course of treatment."
* insert Definition
* ^purpose = "R22: who pays is known."
* TreatmentFundingCS#public "Public"
* TreatmentFundingCS#private-insurance "Private insurance"
* TreatmentFundingCS#self-pay "Self-pay"
* TreatmentFundingCS#trial "Clinical trial"
* TreatmentFundingCS#other "Other"
