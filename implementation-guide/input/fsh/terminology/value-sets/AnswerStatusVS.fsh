ValueSet: AnswerStatusVS
Id: answer-status-vs
Title: "Answer Statuses"
Description: "What became of a question that was put to a registry."
* insert Definition
* ^purpose = "R10, R20: an answer that is withheld is told from a zero, and a registry that is silent from one that has none."
* AnswerStatusCS#complete "Complete"
* AnswerStatusCS#no-data "No data"
* AnswerStatusCS#withheld "Withheld"
* AnswerStatusCS#deferred "Deferred"
* AnswerStatusCS#disallowed "Disallowed"
* AnswerStatusCS#error "Error"
* AnswerStatusCS#unreachable "Unreachable"
* AnswerStatusCS#timed-out "Timed out"
* AnswerStatusCS#version-mismatch "Version mismatch"
