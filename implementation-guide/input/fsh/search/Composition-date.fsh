Instance: Composition-date
InstanceOf: SearchParameter
Usage: #definition
Title: "Composition: date"
Description: "When the case report was written."
* insert ActiveSearchParameter(Composition, date, date)
* name = "CompositionDate"
* description = "When the case report was written."
* purpose = "R9: new cases are found."
* expression = "Composition.date"
