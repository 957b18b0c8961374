Profile: KetaminePrescriber
Parent: PractitionerRole
Id: ketamine-prescriber
Title: "Ketamine Prescriber"
Description: "Someone who prescribes ketamine at a clinic, under a pseudonym and by profession. The record holds nothing that names the person, and no Practitioner is ever sent."
* insert Definition
* ^purpose = "R3, R13: reviews and prescriptions lead to the prescriber without naming one, so that prescribing can be read per prescriber and intervals between reviews can be followed."
* insert Record
* insert NothingContained
* obeys krn-prr-1
* extension 0..0
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #closed
* identifier ^slicing.description = "By system; an identifier of any other system is refused, because it could be a number in a public register"
* identifier contains
    prescriberPseudonym 0..1 MS and
    clinicPrescriber 0..1 MS
* identifier[prescriberPseudonym] ^short = "HMAC-SHA-256 of the number in the professional register under the registry's key, computed at the clinic"
* identifier[prescriberPseudonym].system 1..1
* identifier[prescriberPseudonym].system = $prescriber-pseudonym
* identifier[prescriberPseudonym].value 1..1
* identifier[prescriberPseudonym].value obeys krn-prr-2
* identifier[clinicPrescriber] ^short = "The clinic's own identifier, unique within the clinic"
* identifier[clinicPrescriber].system 1..1
* identifier[clinicPrescriber].system = $clinic-prescriber
* identifier[clinicPrescriber].value 1..1
* identifier[clinicPrescriber].value obeys krn-prr-3
* active 1..1 MS
* period MS
* period ^short = "When the prescriber prescribes for the clinic"
* practitioner 0..0
* organization 1..1 MS
* organization only Reference(KetamineClinic)
* insert LiteralReference(organization)
* code 1..1 MS
* code from PrescriberProfessionVS (required)
* code ^short = "Profession of the prescriber"
* insert NoFreeTextInConcept(code)
* specialty 0..0
* location 0..0
* healthcareService 0..0
* telecom 0..0
* availableTime 0..0
* notAvailable 0..0
* availabilityExceptions 0..0
* endpoint 0..0
