CodeSystem: OptionDecisionCS
Id: option-decision-cs
Title: "Decisions about an Option"
Description: "What came of a licensed option that was discussed with the patient."
* insert Definition
* ^purpose = "R4: what was decided about each licensed option."
* ^caseSensitive = true
* #chosen "Chosen" "The patient chose it, beside ketamine or first."
* #declined "Declined" "The patient did not want it."
* #not-suitable "Not suitable" "It does not suit the patient, or was tried before without success."
* #not-available "Not available" "It cannot be had in reasonable time or at a reasonable cost."
* #undecided "Undecided" "The patient had not decided."
