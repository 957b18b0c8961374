Instance: misuse-gb-1
InstanceOf: MisuseAssessment
Usage: #example
Title: "Misuse Suspected"
Description: "More than was agreed, and supplies that were asked for too early."
* insert Measurement(riverside, O-2026-1111, [[2026-11-10T10:05:00+00:00]], [[Patient/patient-gb-1]])
* valueCodeableConcept = MisuseFindingCS#suspected "Suspected"
* insert MisuseOf(0, more-than-agreed)
* insert MisuseOf(1, early-request)
* extension[recallPeriod].valueDuration = 28 'd'
