ValueSet: LawfulRepresentativeVS
Id: lawful-representative-vs
Title: "Lawful Representatives"
Description: "Who acted for the patient by law."
* insert Definition
* ^purpose = "R16: who decided for a patient without capacity is on record."
* LawfulRepresentativeCS#parent "Parent"
* LawfulRepresentativeCS#guardian "Guardian"
* LawfulRepresentativeCS#health-care-proxy "Health care proxy"
* LawfulRepresentativeCS#court "Court"
