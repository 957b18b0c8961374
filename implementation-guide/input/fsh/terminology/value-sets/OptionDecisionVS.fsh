ValueSet: OptionDecisionVS
Id: option-decision-vs
Title: "Decisions about an Option"
Description: "What came of a licensed option that was discussed with the patient."
* insert Definition
* ^purpose = "R4: what was decided about each licensed option."
* OptionDecisionCS#chosen "Chosen"
* OptionDecisionCS#declined "Declined"
* OptionDecisionCS#not-suitable "Not suitable"
* OptionDecisionCS#not-available "Not available"
* OptionDecisionCS#undecided "Undecided"
