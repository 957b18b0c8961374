Instance: Composition-category
InstanceOf: SearchParameter
Usage: #definition
Title: "Composition: category"
Description: "Why the case is reported."
* insert ActiveSearchParameter(Composition, category, token)
* name = "CompositionCategory"
* description = "Why the case is reported."
* purpose = "R9: cases that can be learned from together are found together."
* expression = "Composition.category"
