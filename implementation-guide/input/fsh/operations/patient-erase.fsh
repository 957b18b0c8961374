Instance: patient-erase
InstanceOf: OperationDefinition
Usage: #definition
Title: "Erase"
Description: "A steward erases a person who has a right to it."
* insert DefinitionInstance
* url = Canonical(patient-erase)
* name = "Erase"
* title = "Erase"
* description = "A steward erases a person who has a right to it: every record with all its versions, at every clinic and under every pseudonym that is linked, findings, receipts and refused submissions. Adverse events may stay for drug safety alone. The answer is a certificate without a pseudonym. The same order again answers the same certificate."
* purpose = "R16: a decision of the patient is obeyed; R14: what drug safety needs is kept for that alone."
* experimental = false
* kind = #operation
* affectsState = true
* code = #erase
* resource = #Patient
* system = false
* type = true
* instance = false
* insert In(person, 0, 1, Identifier, [[The person's registry pseudonym. It is this or the parameter patient.]])
* insert In(patient, 0, 1, Reference, [[One of the person's Patient resources.]])
* insert In(reason, 1, 1, code, [[Why: consent-withdrawn, objection, unlawful or legal-obligation, as Article 17 of the GDPR has them.]])
* insert In(request, 1, 1, Identifier, [[The file at the steward's office that has the request. The certificate shows it, so it names nobody.]])
* insert In(keep-for-safety, 0, 1, boolean, [[Whether adverse events stay with what they refer to, for drug safety alone. They do where it is left out.]])
* insert Out(certificate, 1, 1, string, [[The id of the erasure.]])
* insert Out(erased-at, 1, 1, instant, [[When the person was erased.]])
* insert Out(reason, 1, 1, code, [[Why, as it was ordered.]])
* insert Out(request, 1, 1, Identifier, [[The file, as it was ordered.]])
* insert Parts(erased, out, 0, *, [[How many records of a type were erased.]])
* insert Part(type, out, 1, 1, code, [[The type.]])
* insert Part(count, out, 1, 1, integer, [[How many.]])
* insert Parts(kept, out, 0, *, [[How many records of a type stay.]])
* insert Part(type, out, 1, 1, code, [[The type.]])
* insert Part(count, out, 1, 1, integer, [[How many.]])
* insert Out(kept-for, 0, 1, code, [[What they stay for: drug-safety. Absent where nothing stays.]])
* insert Out(digest, 1, 1, string, [[SHA-256, in hexadecimal digits, over the erased records as type/id, sorted and each ended by a line feed.]])
