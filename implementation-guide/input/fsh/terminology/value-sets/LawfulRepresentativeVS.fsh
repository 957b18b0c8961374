ValueSet: LawfulRepresentativeVS
Id: lawful-representative-vs
Title: "Lawful Representatives"
Description: "Who acted for the patient by law."
* insert Definition
* LawfulRepresentativeCS#parent "Parent"
* LawfulRepresentativeCS#guardian "Guardian"
* LawfulRepresentativeCS#health-care-proxy "Health care proxy"
* LawfulRepresentativeCS#court "Court"
