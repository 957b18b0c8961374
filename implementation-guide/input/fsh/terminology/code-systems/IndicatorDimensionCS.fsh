CodeSystem: IndicatorDimensionCS
Id: indicator-dimension-cs
Title: "Indicator Dimensions"
Description: "The closed vocabulary by which an answer may be divided or narrowed. Nothing else can be asked for, and at most three dimensions at once."
* insert Definition
* ^purpose = "R10, R20: what can be asked is closed, so that what is answered can be protected."
* ^caseSensitive = true
* ^property[+].code = #bands
* ^property[=].description = "The value set of the bands of the dimension, without version; absent where they are years or clinics"
* ^property[=].type = #string
* ^property[+].code = #together-with
* ^property[=].description = "A dimension without which this one says nothing: an answer that is divided by this one is divided by or narrowed to one band of that one too"
* ^property[=].type = #code
* ^property[+].code = #own-registry-only
* ^property[=].description = "Whether only a registry may ask by this dimension, and only of itself"
* ^property[=].type = #boolean
* #sex "Sex" "Administrative gender."
* insert Bands(sex, sex-band-vs)
* #age-band "Age band" "The age reached in the year of what is counted."
* insert Bands(age-band, age-band-vs)
* #substance "Substance" "Racemic ketamine, esketamine or arketamine."
* insert Bands(substance, substance-band-vs)
* #route "Route" "Route of administration."
* insert Bands(route, route-band-vs)
* #dose-band "Dose band" "The dose of a session, or of an administration where administrations are counted, in mg/kg."
* insert Bands(dose-band, dose-band-vs)
* #dose-band ^property[+].code = #together-with
* #dose-band ^property[=].valueCode = #substance
* #dose-band ^property[+].code = #together-with
* #dose-band ^property[=].valueCode = #route
* #sessions-so-far "Sessions so far" "How many sessions the patient has had."
* insert Bands(sessions-so-far, sessions-so-far-vs)
* #cumulative-dose-band "Cumulative dose band" "What was given and handed over until then, of one substance by one route."
* insert Bands(cumulative-dose-band, cumulative-dose-band-vs)
* #cumulative-dose-band ^property[+].code = #together-with
* #cumulative-dose-band ^property[=].valueCode = #substance
* #cumulative-dose-band ^property[+].code = #together-with
* #cumulative-dose-band ^property[=].valueCode = #route
* #setting "Setting" "Where the session takes place."
* insert Bands(setting, session-setting-vs)
* #year "Year" "The calendar year, as four digits."
* #time-since-session "Time since session" "The time since the last dose began."
* insert Bands(time-since-session, time-since-session-vs)
* #event-term "Event term" "What happened."
* insert Bands(event-term, event-term-band-vs)
* #grade "Grade" "How grave it was, by CTCAE."
* insert Bands(grade, grade-band-vs)
* #instrument "Instrument" "The depression scale. Instruments are never mixed."
* insert Bands(instrument, depression-instrument-vs)
* #clinic "Clinic" "The clinic that submitted. Only a registry asks this of itself: never the network, never the public."
* #clinic ^property[+].code = #own-registry-only
* #clinic ^property[=].valueBoolean = true
