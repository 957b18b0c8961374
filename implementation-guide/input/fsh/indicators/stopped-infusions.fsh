Instance: stopped-infusions
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Stopped Infusions"
Description: "Which share of administrations was stopped before the intended dose was given."
* insert Indicator(stopped-infusions, StoppedInfusions, SafetyIndicators, proportion)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Stopped Infusions"
* description = "Which share of administrations was stopped before the intended dose was given."
* purpose = "R24: effects that are unpleasant enough to require the infusion to be stopped."
* rationale = "A stopped infusion is the plainest sign that a dose was too much for a patient."
* guidance = "An administration belongs to the period in which it begins. All routes are counted; narrowed to the intravenous route the figure is that of infusions. One that is still in progress, or was not done, is not counted."
* insert Group(any-reason, [["Stopped for any reason"]])
* insert Population(initial-population, administration, [["Ended Administrations"]], [["Administrations that began in the period and ended, completed or stopped."]])
* insert Population(denominator, administration, [["Ended Administrations"]], [["The same administrations."]])
* insert Population(numerator, administration, [["Stopped Administrations"]], [["Those that were stopped."]])
* insert PatientDimensions
* insert ProductDimensions
* insert Dimension(dose-band, [["Dose Band"]])
* insert Dimension(sessions-so-far, [["Sessions So Far"]])
* insert Dimension(year, [["Year"]])
* insert Group(adverse-effect, [["Stopped because of an adverse effect"]])
* insert Population(initial-population, administration, [["Ended Administrations"]], [["Administrations that began in the period and ended, completed or stopped."]])
* insert Population(denominator, administration, [["Ended Administrations"]], [["The same administrations."]])
* insert Population(numerator, administration, [["Administrations Stopped for an Adverse Effect"]], [["Those that were stopped because of an adverse effect."]])
* insert PatientDimensions
* insert ProductDimensions
* insert Dimension(dose-band, [["Dose Band"]])
* insert Dimension(sessions-so-far, [["Sessions So Far"]])
* insert Dimension(year, [["Year"]])
