Instance: Observation-date
InstanceOf: SearchParameter
Usage: #definition
Title: "Observation: date"
Description: "When it was measured."
* insert ActiveSearchParameter(Observation, date, date)
* name = "ObservationDate"
* description = "When it was measured."
* purpose = "R21: scores are read at 24 hours, 3, 7 and 14 days."
* expression = "Observation.effective"
