Instance: relapse
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Relapse after Response"
Description: "In which share of responses that were followed depression came back."
* insert Indicator(relapse, Relapse, EffectIndicators, proportion)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Relapse after Response"
* description = "In which share of responses that were followed depression came back."
* purpose = "R21: rapid relapse and the serious fall in morale after it."
* rationale = "Relapse is the rule after a single dose and frequent after a series (Murrough and others: median 18 days after the last of up to six infusions); patients must know it before they begin. Relapse here is loss of response: a later score of the same instrument in the same course that is not at least 50 % below baseline any more. One such score suffices, since registries have few; trials ask for two in a row and count fewer. This definition is the guide's own."
* guidance = "A response is the first one of an instrument in a course and belongs to the period in which it was measured; what follows it may lie after the period, so that the figure of a past quarter can grow. Responses that were never followed by a score are not in the denominator. Each later score must meet the rule of the recall period too."
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "Murrough JW and others. Rapid and longer-term antidepressant effects of repeated ketamine infusions in treatment-resistant major depression. Biological Psychiatry 2013;74:250-256."
* relatedArtifact[=].url = "https://pmc.ncbi.nlm.nih.gov/articles/PMC3725185"
* insert Group(within-14-days, [["Relapse within 14 days of the response"]])
* insert Population(initial-population, score, [["Responses Followed within 14 Days"]], [["First responses with a later usable score within 14 days."]])
* insert Population(denominator, score, [["Responses Followed within 14 Days"]], [["The same responses."]])
* insert Population(numerator, score, [["Responses Lost within 14 Days"]], [["Those of which a score within 14 days shows that response is lost."]])
* insert ScoreDimensions
* insert Group(at-any-time, [["Relapse at any time in the course"]])
* insert Population(initial-population, score, [["Responses Followed"]], [["First responses with a later usable score."]])
* insert Population(denominator, score, [["Responses Followed"]], [["The same responses."]])
* insert Population(numerator, score, [["Responses Lost"]], [["Those of which a later score shows that response is lost."]])
* insert ScoreDimensions
