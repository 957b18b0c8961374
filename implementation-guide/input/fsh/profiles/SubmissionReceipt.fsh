Profile: SubmissionReceipt
Parent: Task
Id: submission-receipt
Title: "Submission Receipt"
Description: "What became of a submission: the records that it made, or the reasons why it was turned away. Made by the registry; its identifier is that of the submitted bundle."
* insert Definition
* ^purpose = "R7, R26: completeness and the burden of submission are measured by receipts."
* insert Record
* identifier 1..1
* extension 0..0
* obeys krn-rcp-1 and krn-rcp-2
* contained 0..1
* contained obeys krn-rcp-3
* instantiatesCanonical 0..0
* instantiatesUri 0..0
* basedOn 0..0
* groupIdentifier 0..0
* partOf 0..0
* status MS
* status from SubmissionStatusVS (required)
* statusReason 0..0
* businessStatus 0..0
* intent = #order
* code 1..1 MS
* code = RecordKindCS#submission
* insert NoFreeTextInConcept(code)
* description 0..0
* focus 0..0
* for 0..0
* encounter 0..0
* authoredOn 1..1 MS
* requester 0..1 MS
* requester ^short = "The submitting clinic, where it could be told"
* requester only Reference(KetamineClinic)
* insert LiteralReference(requester)
* performerType 0..0
* owner 0..0
* location 0..0
* reasonCode 0..0
* reasonReference 0..0
* insurance 0..0
* note 0..0
* relevantHistory 0..0
* restriction 0..0
* input 0..0
* output 1..* MS
* output ^slicing.discriminator.type = #value
* output ^slicing.discriminator.path = "type"
* output ^slicing.rules = #closed
* output ^slicing.description = "By what the output tells about"
* output.type from ReceiptOutputVS (required)
* output contains
    resource 0..* MS and
    outcome 0..1 MS
* output[resource] ^short = "A record that the submission created or updated"
* output[resource].type = ReceiptOutputCS#resource
* output[resource].value[x] only Reference
* insert LiteralReference(output[resource].valueReference)
* output[outcome] ^short = "The issues that were found, as a contained OperationOutcome"
* output[outcome].type = ReceiptOutputCS#outcome
* output[outcome].value[x] only Reference(OperationOutcome)
* insert LiteralReference(output[outcome].valueReference)
