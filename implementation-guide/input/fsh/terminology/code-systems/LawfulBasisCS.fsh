CodeSystem: LawfulBasisCS
Id: lawful-basis-cs
Title: "Lawful Bases"
Description: "On what footing a jurisdiction’s registry holds and uses records."
* insert Definition
* ^purpose = "R1, R16: what the registry may hold depends on it."
* ^caseSensitive = true
* #statutory "Statutory" "The law requires clinics to submit; a patient’s consent is not the basis of the national registry."
* #opt-out "Opt-out" "Records are held unless the patient denies it."
* #opt-in "Opt-in" "Records are held only where the patient permits it."
