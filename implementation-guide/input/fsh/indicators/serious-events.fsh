Instance: serious-events
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Serious Adverse Events"
Description: "How many serious adverse events there were for each 100 sessions."
* insert Indicator(serious-events, SeriousEvents, SafetyIndicators, ratio)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Serious Adverse Events"
* description = "How many serious adverse events there were for each 100 sessions."
* purpose = "R14, R20: what must be dealt with in a timely manner."
* rationale = "Serious events are rare at any one clinic and in any one country; together they are seen."
* guidance = "An event belongs to the session that it names, or to the last session that began before it, and counts in the period of that session. An event before the first session is not counted. The score is per session; shown per 100 sessions it is multiplied by 100. Serious is what meets a criterion of ICH E2A. Counts are small, so that most cells of a small registry are withheld."
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "ICH E2A, Clinical safety data management: definitions and standards for expedited reporting."
* insert Group(serious-events, [["Serious adverse events and the sessions that they are compared with"]])
* insert Population(initial-population, session, [["Treated Sessions in Period"]], [["Sessions that began in the period, in which at least one dose was given."]])
* insert Population(denominator, session, [["Treated Sessions in Period"]], [["The same sessions."]])
* insert Population(numerator, adverse-event, [["Serious Adverse Events"]], [["Adverse events of those sessions that are serious."]])
* insert SessionDimensions
* insert EventDimension(event-term, [["Event Term"]])
* insert EventDimension(time-since-session, [["Time Since Session"]])
