Instance: Encounter-participant
InstanceOf: SearchParameter
Usage: #definition
Title: "Encounter: participant"
Description: "The prescriber of the review, or the one responsible for the session."
* insert ActiveSearchParameter(Encounter, participant, reference)
* name = "EncounterParticipant"
* description = "The prescriber of the review, or the one responsible for the session."
* purpose = "R3: reviews are read per prescriber."
* expression = "Encounter.participant.individual"
* target = #PractitionerRole
