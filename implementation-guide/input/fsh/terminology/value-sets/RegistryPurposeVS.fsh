ValueSet: RegistryPurposeVS
Id: registry-purpose-vs
Title: "Registry Purposes"
Description: "The uses of a record that a patient permits or denies one by one."
* insert Definition
* RegistryPurposeCS#national-registry "National registry"
* RegistryPurposeCS#network-aggregate "Network aggregate"
* RegistryPurposeCS#record-level-sharing "Record-level sharing"
* RegistryPurposeCS#research-contact "Research contact"
* RegistryPurposeCS#supply-check "Supply check"
