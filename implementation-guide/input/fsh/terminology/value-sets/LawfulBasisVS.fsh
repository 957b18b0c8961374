ValueSet: LawfulBasisVS
Id: lawful-basis-vs
Title: "Lawful Bases"
Description: "On what footing a jurisdiction’s registry holds and uses records."
* insert Definition
* ^purpose = "R1, R16: what the registry may hold depends on it."
* LawfulBasisCS#statutory "Statutory"
* LawfulBasisCS#opt-out "Opt-out"
* LawfulBasisCS#opt-in "Opt-in"
