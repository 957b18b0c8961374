Profile: PrescriberReview
Parent: Encounter
Id: prescriber-review
Title: "Prescriber Review"
Description: "A review of a course by its prescriber, in person or from afar, and what was decided. It is told from a session by its type."
* insert Definition
* ^purpose = "R3: the interval between reviews by the prescriber has a limit, and an overdue review is found from the reviews that there are."
* insert Record
* insert NothingContained
* obeys krn-rev-1
* extension contains ReviewDecision named reviewDecision 0..* MS
* status MS
* statusHistory 0..0
* class MS
* class from ReviewSettingVS (required)
* class.system 1..1
* class.code 1..1
* classHistory 0..0
* type 1..1 MS
* type = RecordKindCS#prescriber-review
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
* participant 1..1 MS
* insert ResponsiblePrescriber
* appointment 0..0
* period 1..1 MS
* period.start 1..1 MS
* period.start obeys krn-rev-2
* period.end MS
* period.end obeys krn-rev-2
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
