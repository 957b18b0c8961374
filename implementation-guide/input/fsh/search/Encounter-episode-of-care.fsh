Instance: Encounter-episode-of-care
InstanceOf: SearchParameter
Usage: #definition
Title: "Encounter: episode-of-care"
Description: "The course of the session."
* insert ActiveSearchParameter(Encounter, episode-of-care, reference)
* name = "EncounterEpisodeOfCare"
* description = "The course of the session."
* purpose = "R7: the sessions of a course are read together."
* expression = "Encounter.episodeOfCare"
* target = #EpisodeOfCare
