Profile: KetamineClinic
Parent: Organization
Id: ketamine-clinic
Title: "Ketamine Clinic"
Description: "A clinic that treats with ketamine, with its accreditations and the body that oversees it. A clinic is registered before it submits; a submission from an unknown clinic is refused."
* insert Definition
* ^purpose = "R11: says who oversees and accredits a clinic, so that a lapsed accreditation is found."
* insert Record
* insert NothingContained
* extension contains
    Accreditation named accreditation 0..* MS and
    OversightBody named oversightBody 1..1 MS and
    OversightProcedure named oversightProcedure 0..* MS
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier ^slicing.description = "By system"
* identifier contains clinic 1..1 MS
* identifier[clinic] ^short = "The registry's identifier of the clinic, such as GB-0001"
* identifier[clinic].system 1..1
* identifier[clinic].system = $clinic
* identifier[clinic].value 1..1
* identifier[clinic].value obeys krn-cli-2
* active 1..1 MS
* type 0..0
* name 1..1 MS
* alias 0..0
* telecom 0..0
* address 1..1 MS
* address.use 0..0
* address.type 0..0
* address.text 0..0
* address.line 0..0
* address.city 0..0
* address.district 0..0
* address.state 0..0
* address.postalCode 0..0
* address.country 1..1 MS
* address.country obeys krn-cli-1
* address.period 0..0
* partOf 0..0
* contact 0..0
* endpoint 0..0
