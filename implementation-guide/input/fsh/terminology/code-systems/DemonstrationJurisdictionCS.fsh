CodeSystem: DemonstrationJurisdictionCS
Id: demonstration-jurisdiction-cs
Title: "Demonstration Jurisdiction"
Description: "The jurisdiction of demonstration data. Its code is one that ISO 3166-1 leaves to users and assigns to no country."
* insert Definition
* ^purpose = "R1: rules can be tried where no jurisdiction is concerned."
* ^caseSensitive = true
* #XX "Demonstration" "No country; a registry that runs on synthetic records."
