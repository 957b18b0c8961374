Profile: KetamineImportProvenance
Parent: Provenance
Id: ketamine-import-provenance
Title: "Ketamine Import Provenance"
Description: "Where records came from that an adapter brought or a form became: which clinic brought them, on which lawful basis, out of which kind of source, by which mapping or form, and whether their dates are exact. It is sent with the records, in the same transaction, by POST with If-None-Exist, so that bringing the same again changes nothing. It names no person and no file."
* insert Definition
* ^purpose = "R7, R10, R16: an import attests its lawful basis and its origin, and whoever reads a record can tell how it came to the registry."
* implicitRules 0..0
* modifierExtension 0..0
* obeys krn-rec-1 and krn-prv-1
* insert NothingContained
* extension contains
    ImportIdentifier named identifier 1..1 MS and
    LawfulBasis named lawfulBasis 1..1 MS and
    ImportDates named dates 1..1 MS
* extension[identifier] ^short = "By which the provenance is known: the same for the same records"
* extension[lawfulBasis] ^short = "statutory | opt-out | opt-in, as the clinic attests it for what it brings"
* extension[dates] ^short = "exact | moved"
* target MS
* target only Reference(KetaminePatient or KetamineTreatmentConsent or RegistrySharingConsent or KetamineTreatmentCourse or KetamineSession or PrescriberReview or KetamineMedicationAdministration or KetamineTakeHomeSupply or KetaminePrescription or ConcomitantMedication or KetamineComorbidity or KetamineAdverseEvent or KetamineStudySubject or KetamineCaseReport or DepressionScore)
* target ^short = "The patient, and the records of that patient that were brought; observations of every profile may be among them"
* insert LiteralReference(target)
* occurred[x] 0..0
* recorded MS
* recorded ^short = "When the records were made of the source; it says no more than the receipt does"
* policy 0..1 MS
* policy ^short = "The mapping or the form by which the source was read, as a URI with its digest"
* policy obeys krn-prv-2
* location 0..0
* reason 0..0
* activity 1..1 MS
* activity = $lifecycle#transform
* activity.text 0..0
* agent MS
* agent.type 1..1
* insert NoFreeTextInConcept(agent.type)
* agent.role 0..0
* agent.onBehalfOf 0..0
* agent ^slicing.discriminator.type = #pattern
* agent ^slicing.discriminator.path = "type"
* agent ^slicing.rules = #closed
* agent ^slicing.description = "By what the agent did"
* agent contains clinic 1..1 MS and software 1..1 MS
* agent[clinic] ^short = "The clinic, which keeps the source and attests the lawful basis"
* agent[clinic].type = $participant#custodian
* agent[clinic].who only Reference(KetamineClinic)
* insert LiteralReference(agent[clinic].who)
* agent[software] ^short = "What made the records of the source, by its name and version"
* agent[software].type = $participant#assembler
* agent[software].who.reference 0..0
* agent[software].who.type 0..0
* agent[software].who.display 0..0
* agent[software].who.identifier 1..1
* agent[software].who.identifier.type 0..0
* agent[software].who.identifier.system 1..1
* agent[software].who.identifier.system = $adapter
* agent[software].who.identifier.value 1..1
* agent[software].who.identifier.value obeys krn-prv-3
* agent[software].who.identifier.assigner 0..0
* entity 1..1 MS
* entity ^short = "The source that was read"
* entity.role = #source
* entity.agent 0..0
* entity.what.reference 0..0
* entity.what.type 0..0
* entity.what.display 0..0
* entity.what.identifier 1..1 MS
* entity.what.identifier.type 1..1 MS
* entity.what.identifier.type from ImportSourceVS (required)
* entity.what.identifier.type ^short = "Which kind of source it is"
* insert NoFreeTextInConcept(entity.what.identifier.type)
* entity.what.identifier.system 1..1
* entity.what.identifier.system obeys krn-rec-2
* entity.what.identifier.value 1..1
* entity.what.identifier.value ^short = "A digest of the source, by which the clinic finds it again and nobody else"
* entity.what.identifier.value obeys krn-prv-4
* entity.what.identifier.assigner 0..0
* signature 0..0
