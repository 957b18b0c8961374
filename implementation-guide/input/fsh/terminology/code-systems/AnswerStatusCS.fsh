CodeSystem: AnswerStatusCS
Id: answer-status-cs
Title: "Answer Statuses"
Description: "What became of a question that was put to a registry. Zero, withheld, refused, late and failed never look alike."
* insert Definition
* ^purpose = "R10, R20: an answer that is withheld is told from a zero, and a registry that is silent from one that has none."
* ^caseSensitive = true
* #complete "Complete" "The registry answered."
* #no-data "No data" "The registry has no records of what is asked about."
* #withheld "Withheld" "The registry has an answer, and protection keeps it or a part of it back."
* #deferred "Deferred" "A person at the registry has to decide; the answer may come later."
* #disallowed "Disallowed" "The registry does not answer this question to this asker."
* #error "Error" "The registry failed to answer."
* #unreachable "Unreachable" "The registry could not be reached."
* #timed-out "Timed out" "No answer came before the deadline."
* #version-mismatch "Version mismatch" "The registry works by another version of the guide."
