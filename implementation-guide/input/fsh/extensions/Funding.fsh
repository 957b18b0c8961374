Extension: Funding
Id: funding
Title: "Funding"
Description: "Who pays for a course of treatment."
Context: EpisodeOfCare
* insert Definition
* ^purpose = "R22"
* value[x] 1..1
* value[x] only code
* valueCode from TreatmentFundingVS (required)
