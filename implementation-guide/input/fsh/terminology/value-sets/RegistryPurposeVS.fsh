ValueSet: RegistryPurposeVS
Id: registry-purpose-vs
Title: "Registry Purposes"
Description: "The uses of a record that a patient permits or denies one by one."
* insert Definition
* ^purpose = "R10, R13, R16, R20: each use of a record is decided by itself."
* RegistryPurposeCS#national-registry "National registry"
* RegistryPurposeCS#network-aggregate "Network aggregate"
* RegistryPurposeCS#record-level-sharing "Record-level sharing"
* RegistryPurposeCS#research-contact "Research contact"
* RegistryPurposeCS#supply-check "Supply check"
