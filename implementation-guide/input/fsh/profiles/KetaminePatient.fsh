Profile: KetaminePatient
Parent: Patient
Id: ketamine-patient
Title: "Ketamine Patient"
Description: "A patient of one clinic under a pseudonym. The record holds nothing that names or locates a person. The same person at two clinics is two Patient resources with the same registry pseudonym."
* insert Definition
* ^purpose = "R7, R10, R13, S4: links the records of a person within a country without naming the person, and lets analyses stratify by sex and age."
* insert Record
* insert NothingContained
* obeys krn-pat-1
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #closed
* identifier ^slicing.description = "By system; an identifier of any other system is refused, because it could be a national or hospital number"
* identifier contains
    registryPseudonym 0..1 MS and
    clinicPseudonym 0..1 MS
* identifier[registryPseudonym] ^short = "HMAC-SHA-256 of the national identifier under the registry's key, computed at the clinic"
* identifier[registryPseudonym].system 1..1
* identifier[registryPseudonym].system = $registry-pseudonym
* identifier[registryPseudonym].value 1..1
* identifier[registryPseudonym].value obeys krn-pat-3
* identifier[clinicPseudonym] ^short = "The clinic's own pseudonym, unique within the clinic"
* identifier[clinicPseudonym].system 1..1
* identifier[clinicPseudonym].system = $clinic-pseudonym
* identifier[clinicPseudonym].value 1..1
* identifier[clinicPseudonym].value obeys krn-pat-4
* name 0..0
* telecom 0..0
* gender 1..1 MS
* birthDate 1..1 MS
* birthDate ^short = "Year of birth, YYYY"
* birthDate obeys krn-pat-2
* deceased[x] MS
* address 0..0
* maritalStatus 0..0
* multipleBirth[x] 0..0
* photo 0..0
* contact 0..0
* communication 0..0
* generalPractitioner 0..0
* managingOrganization 1..1 MS
* managingOrganization only Reference(KetamineClinic)
* managingOrganization ^short = "The clinic that submits the record"
* insert LiteralReference(managingOrganization)
* link 0..0
