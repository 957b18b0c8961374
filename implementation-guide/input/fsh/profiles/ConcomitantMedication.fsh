Profile: ConcomitantMedication
Parent: MedicationStatement
Id: concomitant-medication
Title: "Concomitant Medication"
Description: "A medicine that a patient takes beside ketamine, by its class, and when. With status not-taken it says that the patient takes none of the class."
* insert Definition
* ^purpose = "R8, R23, S4: benzodiazepines, opioids, psychostimulants and monoamine oxidase inhibitors change the risk of a session, and earlier medicines with the time since them let analyses stratify."
* insert Record
* insert NothingContained
* extension 0..0
* basedOn 0..0
* partOf 0..0
* status MS
* status from ConcomitantMedicationStatusVS (required)
* statusReason 0..0
* category 0..0
* medication[x] MS
* medication[x] only CodeableConcept
* insert OwnCode(medicationCodeableConcept, class, MedicationClassVS, $medication-class)
* medicationCodeableConcept.coding[class] ^short = "Class of the medicine; an ATC code may stand beside it"
* subject MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)
* context MS
* context only Reference(KetamineSession or KetamineTreatmentCourse)
* insert LiteralReference(context)
* effective[x] MS
* effective[x] only Period
* effective[x] ^short = "When it was taken; without an end it is still taken"
* dateAsserted 1..1 MS
* dateAsserted ^short = "When the clinic last knew it to be so"
* informationSource 0..0
* derivedFrom 0..0
* reasonCode 0..0
* reasonReference 0..0
* note 0..0
* dosage 0..0
