Instance: Encounter-participant
InstanceOf: SearchParameter
Usage: #definition
Title: "Encounter: participant"
Description: "The prescriber of the review, or the one responsible for the session."
* insert ActiveSearchParameter(Encounter, participant, reference)
* name = "EncounterParticipant"
* description = "The prescriber of the review, or the one responsible for the session."
* purpose = "Reviews are read per prescriber (R3)."
* expression = "Encounter.participant.individual"
* target = #PractitionerRole
