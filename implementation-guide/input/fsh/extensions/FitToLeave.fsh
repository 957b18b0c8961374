Extension: FitToLeave
Id: fit-to-leave
Title: "Fit to Leave"
Description: "When the patient was judged fit to leave."
Context: Encounter
* insert Definition
* ^purpose = "R8"
* value[x] 1..1
* value[x] only dateTime
* value[x] obeys krn-ses-2
