Profile: KetamineSession
Parent: Encounter
Id: ketamine-session
Title: "Ketamine Session"
Description: "One visit in which ketamine is given and the patient is watched until fit to leave."
* insert Definition
* ^purpose = "R7, R8: the unit of submission and of monitoring."
* insert Record
* insert NothingContained
* obeys krn-ses-1
* extension contains
    SessionNumber named sessionNumber 0..1 MS and
    FitToLeave named fitToLeave 0..1 MS
* status MS
* statusHistory 0..0
* class MS
* class from SessionSettingVS (required)
* class.system 1..1
* class.code 1..1
* classHistory 0..0
* type 1..1 MS
* type = RecordKindCS#ketamine-session
* insert NoFreeTextInConcept(type)
* serviceType 0..0
* priority 0..0
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* insert LiteralReference(subject)
* episodeOfCare 1..1 MS
* episodeOfCare only Reference(KetamineTreatmentCourse)
* insert LiteralReference(episodeOfCare)
* basedOn 0..0
* participant 0..1 MS
* participant ^short = "The prescriber who is responsible for the session"
* insert ResponsiblePrescriber
* appointment 0..0
* period 1..1 MS
* period.start 1..1 MS
* period.start obeys krn-ses-2
* period.end MS
* period.end obeys krn-ses-2
* length 0..0
* reasonCode 0..0
* reasonReference 0..0
* diagnosis 0..0
* account 0..0
* hospitalization 0..0
* location 0..0
* serviceProvider 1..1 MS
* serviceProvider only Reference(KetamineClinic)
* insert LiteralReference(serviceProvider)
* partOf 0..0
