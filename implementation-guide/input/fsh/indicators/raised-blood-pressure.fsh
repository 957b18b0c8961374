Instance: raised-blood-pressure
InstanceOf: KetamineIndicator
Usage: #definition
Title: "Raised Blood Pressure"
Description: "In which share of sessions the blood pressure rose by 40 mm[Hg] systolic or by 25 mm[Hg] diastolic, or more."
* insert Indicator(raised-blood-pressure, RaisedBloodPressure, SafetyIndicators, proportion)
* insert AskedBy(public)
* insert LessIsBetter
* title = "Raised Blood Pressure"
* description = "In which share of sessions the blood pressure rose by 40 mm[Hg] systolic or by 25 mm[Hg] diastolic, or more."
* purpose = "R8, S3: the haemodynamic risk of a session."
* rationale = "Ketamine raises blood pressure for a time; how often it does so much depends on dose, route and patient. The thresholds are those by which the United States label of esketamine nasal spray counts: a rise of at least 40 mm[Hg] systolic or 25 mm[Hg] diastolic."
* guidance = "A session belongs to the period in which it begins, by the calendar of the place of treatment. Only sessions with a measurement before and one during or after the administration are in the denominator; the last one before is what a rise is measured from. A peak between two measurements is not seen."
* relatedArtifact[+].type = #citation
* relatedArtifact[=].citation = "SPRAVATO (esketamine) nasal spray, prescribing information, Janssen Pharmaceuticals: Warnings and precautions, increases in blood pressure."
* relatedArtifact[=].url = "https://www.janssenlabels.com/package-insert/product-monograph/prescribing-information/SPRAVATO-pi.pdf"
* insert Group(rise, [["Rise of blood pressure"]])
* insert Population(initial-population, session, [["Treated Sessions in Period"]], [["Sessions that began in the period, in which at least one dose was given."]])
* insert Population(denominator, session, [["Sessions with Blood Pressure Measured"]], [["Those with a blood pressure before and one during or after the administration."]])
* insert Population(numerator, session, [["Sessions with Raised Blood Pressure"]], [["Those in which a blood pressure during or after is at least 40 mm[Hg] systolic or 25 mm[Hg] diastolic above the last one before."]])
* insert SessionDimensions
