ValueSet: LawfulBasisVS
Id: lawful-basis-vs
Title: "Lawful Bases"
Description: "On what footing a jurisdiction’s registry holds and uses records."
* insert Definition
* LawfulBasisCS#statutory "Statutory"
* LawfulBasisCS#opt-out "Opt-out"
* LawfulBasisCS#opt-in "Opt-in"
