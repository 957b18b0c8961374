CodeSystem: PracticeRuleCS
Id: practice-rule-cs
Title: "Practice Rules"
Description: "The kinds of rule of good practice that a jurisdiction can set. A rule set says which apply and with what limits."
* insert Definition
* ^purpose = "R1, R26: rules and their findings have one vocabulary."
* ^caseSensitive = true
* #treatment-consent-missing "Treatment consent missing" "Ketamine was given, and no treatment consent of the patient is known."
* #treatment-consent-late "Treatment consent late" "The treatment consent is dated after the first administration."
* #reflection-interval-short "Reflection interval short" "The time from the consultation to the first administration is shorter than the interval for reflection (R15)."
* #capacity-not-assessed "Capacity not assessed" "The treatment consent says that capacity was not assessed (R16)."
* #capacity-lacking "Capacity lacking" "The patient lacked capacity when the treatment consent was given (R16)."
* #accreditation-lapsed "Accreditation lapsed" "The clinic had no accreditation in force on the day of the session (R11)."
* #dose-above-limit "Dose above limit" "A single dose exceeds the limit for its substance and route (R23)."
* #consent-not-written "Consent not written" "The jurisdiction requires written consent, and the consent is not written (R5)."
* #information-sheet-missing "Information sheet missing" "The consent names no version of the information sheet, or an outdated one (R6)."
* #options-not-discussed "Options not discussed" "It is not recorded that all viable licensed options were discussed (R4)."
* #session-interval-short "Session interval short" "Two sessions are closer together than the shortest permitted interval (R18)."
* #take-home-above-limit "Take-home supply above limit" "A supply to take home exceeds the limit for its substance and route (R2)."
* #administration-not-observed "Administration not observed" "The administration was not directly observed (R18)."
* #monitoring-incomplete "Monitoring incomplete" "A session lacks a measurement that the jurisdiction requires around an administration (R8, S3)."
