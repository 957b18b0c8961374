CodeSystem: ListednessCS
Id: listedness-cs
Title: "Listedness"
Description: "Whether an event is among the known effects of the suspected drug."
* insert Definition
* ^purpose = "R14: what is not among the known effects is looked at first."
* ^caseSensitive = true
* #listed "Listed" "An event of this kind is among the known effects: in the product information where the product was licensed for what it was given for, and in the guide’s value set of ketamine adverse effects otherwise."
* #not-listed "Not listed" "An event of this kind is not among the known effects, or it was graver or of another nature than what is known."
* #unknown "Unknown" "Nobody has judged it."
