Instance: patient-supply-check
InstanceOf: OperationDefinition
Usage: #definition
Title: "Supply Check"
Description: "A prescriber asks whether the patient was supplied with ketamine elsewhere."
* insert DraftOperation(Patient, supply-check)
* url = Canonical(patient-supply-check)
* name = "SupplyCheck"
* title = "Supply Check"
* experimental = false
* description = "Before a supply, a prescriber asks the clinic's own registry whether the same patient was supplied with ketamine, esketamine or arketamine by another clinic: yes or no, and neither where, when nor how much. The clinic asks about its own patient, who has permitted the supply check. A supply counts only where the patient permits the check for it, and a patient who does not is answered like one without supplies. Every check is audited, and the patient can be told of it. How registries ask one another without disclosing who is asked about is not part of this definition: registry pseudonyms of two registries have different keys and cannot be compared. This is a draft: a later version of the software offers it."
* purpose = "R13: a check whether a patient has obtained the same drug from another source, without disclosing who is asked about."
* affectsState = true
* type = false
* instance = true
* insert In(within, 0, 1, Duration, [[How far to look back, in days; the jurisdiction's rule set bounds it, and says how far where it is left out.]])
* insert Out(supplied, 0, 1, boolean, [[True where another clinic has supplied within the period, false where none has. Absent where no supply was found and a source could not be asked, so that silence is no answer.]])
* insert Out(status, 1, 1, code, [[complete where every source was asked, else deferred, error, unreachable or timed-out.]])
* insert BoundTo(answer-status-vs)
