Extension: FailedTreatments
Id: failed-treatments
Title: "Failed Treatments"
Description: "The number of adequate treatments of the present episode that failed before the course."
Context: EpisodeOfCare
* insert Definition
* ^purpose = "R7, S4"
* value[x] 1..1
* value[x] only unsignedInt
