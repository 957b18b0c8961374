Profile: RegistrySharingConsent
Parent: Consent
Id: registry-sharing-consent
Title: "Registry Sharing Consent"
Description: "A patient's decision about the uses of the record. Everything is denied at the root, and each purpose is permitted or denied by itself. For each purpose the decision in force with the latest date counts, and on a tie deny wins. A withdrawal is the same consent with status inactive and an end of its period. Treatment never depends on what the patient decides here."
* insert Definition
* ^purpose = "R10, R13, R16, R20: what may be done with a record, purpose by purpose; withdrawal takes effect at once for records and from the next published cut for aggregates."
* insert ConsentRecord
* extension contains
    Capacity named capacity 1..1 MS and
    Representative named representative 0..1 MS
* scope = $consent-scope#patient-privacy
* category = ConsentCategoryCS#registry-sharing
* policyRule = ConsentPolicyCS#registry-sharing-consent
* provision.type = #deny
* provision.period MS
* provision.provision 1..5 MS
* provision.provision.type 1..1 MS
* provision.provision.period MS
* provision.provision.actor 0..0
* provision.provision.action 0..0
* provision.provision.securityLabel 0..0
* provision.provision.purpose 1..1 MS
* provision.provision.purpose from RegistryPurposeVS (required)
* provision.provision.purpose.system 1..1
* provision.provision.purpose.code 1..1
* provision.provision.class 0..0
* provision.provision.code 0..0
* provision.provision.dataPeriod 0..0
* provision.provision.data 0..0
* provision.provision.provision 0..0
