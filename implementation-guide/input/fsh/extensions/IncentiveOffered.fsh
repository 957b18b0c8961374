Extension: IncentiveOffered
Id: incentive-offered
Title: "Incentive Offered"
Description: "Whether the patient was offered a rebate or another incentive to begin or to go on with the course."
Context: EpisodeOfCare
* insert Definition
* ^purpose = "R22"
* value[x] 1..1
* value[x] only boolean
