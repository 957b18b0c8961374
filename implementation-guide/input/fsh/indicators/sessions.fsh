Instance: sessions
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Sessions"
Description: "How many sessions there were in which ketamine was given."
* insert Indicator(sessions, Sessions, SessionIndicators, cohort)
* insert AskedBy(public)
* title = "Sessions"
* description = "How many sessions there were in which ketamine was given."
* purpose = "R7, R20: how much treatment there is, as the denominator of everything else."
* rationale = "Nobody knows how much ketamine is given off label; every rate needs this number under it."
* guidance = "A session belongs to the period in which it begins, by the calendar of the place of treatment. A session in which nothing was given is not counted. The figure says nothing of sessions that were never submitted, nor of doses that were taken at home."
* insert Group(sessions, [["Sessions in which ketamine was given"]])
* insert Population(initial-population, session, [["Treated Sessions in Period"]], [["Sessions that began in the period, in which at least one dose was given."]])
* insert SessionDimensions
