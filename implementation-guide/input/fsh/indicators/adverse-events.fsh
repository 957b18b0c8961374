Instance: adverse-events
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Adverse Events per 100 Sessions"
Description: "How many adverse events there were for each 100 sessions, by term and grade."
* insert Indicator(adverse-events, AdverseEvents, SafetyIndicators, ratio)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Adverse Events per 100 Sessions"
* description = "How many adverse events there were for each 100 sessions, by term and grade."
* purpose = "R14, R20, S2: the rate by which unintended consequences are seen."
* rationale = "Acute effects such as dissociation and dizziness are frequent and expected; a rate by term, grade and dose shows where they are not."
* guidance = "An event belongs to the session that it names, or to the last session that began before it, and counts in the period of that session. An event before the first session is not counted. The score is per session; shown per 100 sessions it is multiplied by 100. Events are as clinics report them: a clinic that asks more finds more. Nothing is said about cause. The term and the grade divide the numerator alone."
* insert Group(adverse-events, [["Adverse events and the sessions that they are compared with"]])
* insert Population(initial-population, session, [["Treated Sessions in Period"]], [["Sessions that began in the period, in which at least one dose was given."]])
* insert Population(denominator, session, [["Treated Sessions in Period"]], [["The same sessions."]])
* insert Population(numerator, adverse-event, [["Adverse Events"]], [["Adverse events that belong to those sessions."]])
* insert SessionDimensions
* insert EventDimension(event-term, [["Event Term"]])
* insert EventDimension(grade, [["Grade"]])
* insert EventDimension(time-since-session, [["Time Since Session"]])
