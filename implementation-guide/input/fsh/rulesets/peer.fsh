// A question of another registry, as a steward sees it.
RuleSet: PeerQuestionPart(min, max)
* insert Parts(question, out, {min}, {max}, [[A question of another registry.]])
* insert Part(id, out, 1, 1, id, [[The id by which it is decided about.]])
* insert Part(peer, out, 1, 1, string, [[The client id of the registry that asks.]])
* insert Part(indicator, out, 1, 1, id, [[The id of the Measure.]])
* insert Part(period-start, out, 1, 1, date, [[First day of the period.]])
* insert Part(period-end, out, 1, 1, date, [[Last day of the period.]])
* parameter[=].part[+].name = #filter
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = 0
* parameter[=].part[=].max = "3"
* parameter[=].part[=].documentation = "The band of a dimension that the answer would be narrowed to."
* parameter[=].part[=].part[+].name = #dimension
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 1
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].documentation = "The dimension."
* parameter[=].part[=].part[=].type = #code
* parameter[=].part[=].part[+].name = #band
* parameter[=].part[=].part[=].use = #out
* parameter[=].part[=].part[=].min = 1
* parameter[=].part[=].part[=].max = "1"
* parameter[=].part[=].part[=].documentation = "The band."
* parameter[=].part[=].part[=].type = #code
* insert Part(stratifier, out, 0, 3, code, [[A dimension that the answer would be divided by.]])
* insert Part(asked, out, 1, 1, instant, [[When it was asked first.]])
* insert Part(until, out, 1, 1, instant, [[Until when it waits; once it is decided, until when the answer can be fetched.]])
* insert Part(allow, out, 0, 1, boolean, [[Whether it is to be answered, where that is decided.]])
* insert Part(reason, out, 0, 1, string, [[Why, in the steward’s words.]])
* insert Part(decided, out, 0, 1, instant, [[When it was decided.]])

// What was decided for all questions of a registry about an indicator.
RuleSet: PeerPolicyPart(min, max)
* insert Parts(policy, out, {min}, {max}, [[What was decided for all questions of another registry about an indicator.]])
* insert Part(peer, out, 1, 1, string, [[The client id of the registry that asks.]])
* insert Part(indicator, out, 1, 1, id, [[The id of the Measure.]])
* insert Part(policy, out, 1, 1, code, [[How its questions are met.]])
* insert PartBoundTo(peer-policy-vs)
* insert Part(reason, out, 1, 1, string, [[Why, in the steward’s words.]])
* insert Part(decided, out, 1, 1, instant, [[When it was decided.]])
