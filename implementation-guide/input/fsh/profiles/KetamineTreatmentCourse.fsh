Profile: KetamineTreatmentCourse
Parent: EpisodeOfCare
Id: ketamine-treatment-course
Title: "Ketamine Treatment Course"
Description: "A series of ketamine sessions for one indication at one clinic: what it is given for, what was tried before and with what outcome, which licensed options were discussed, who pays, and why it ended."
* insert Definition
* ^purpose = "R4, R7, R22, S4: the frame in which sessions, doses and scores of a patient are compared."
* insert Record
* insert NothingContained
* obeys krn-crs-1
* extension contains
    Indication named indication 1..1 MS and
    FailedTreatments named failedTreatments 1..1 MS and
    PriorTreatment named priorTreatment 0..* MS and
    LicensedOption named licensedOption 0..* MS and
    Funding named funding 0..1 MS and
    IncentiveOffered named incentiveOffered 0..1 MS and
    CourseEndReason named courseEndReason 0..1 MS
* status MS
* statusHistory 0..0
* type 1..1 MS
* type = RecordKindCS#ketamine-treatment-course
* insert NoFreeTextInConcept(type)
* diagnosis 0..0
* patient MS
* patient only Reference(KetaminePatient)
* insert LiteralReference(patient)
* managingOrganization 1..1 MS
* managingOrganization only Reference(KetamineClinic)
* insert LiteralReference(managingOrganization)
* period 1..1 MS
* period.start 1..1 MS
* referralRequest 0..0
* careManager 0..0
* team 0..0
* account 0..0
