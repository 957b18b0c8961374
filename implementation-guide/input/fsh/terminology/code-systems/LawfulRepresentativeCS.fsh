CodeSystem: LawfulRepresentativeCS
Id: lawful-representative-cs
Title: "Lawful Representatives"
Description: "Who acted for the patient by law."
* insert Definition
* ^purpose = "R16: who decided for a patient without capacity is on record."
* ^caseSensitive = true
* #parent "Parent" "A person with parental responsibility."
* #guardian "Guardian" "A guardian appointed by a court or authority."
* #health-care-proxy "Health care proxy" "A person whom the patient authorised in advance."
* #court "Court" "A court decided."
