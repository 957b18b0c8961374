// What a score means, in machine-readable form: the range that the invariants hold, the period that the instrument usually
// asks about, and the thresholds of response and remission with their source.
RuleSet: InstrumentProperties
* ^property[+].code = #minimum
* ^property[=].description = "The lowest score"
* ^property[=].type = #integer
* ^property[+].code = #maximum
* ^property[=].description = "The highest score; absent where it depends on the version of the instrument"
* ^property[=].type = #integer
* ^property[+].code = #direction
* ^property[=].description = "higher-is-worse or higher-is-better"
* ^property[=].type = #string
* ^property[+].code = #recall-days
* ^property[=].description = "The days that the instrument usually asks about; absent where it looks at the moment. What counts is the recall period that the score itself states."
* ^property[=].type = #integer
* ^property[+].code = #response-fall-percent
* ^property[=].description = "The smallest fall from baseline, in per cent of the baseline score, that is a response"
* ^property[=].type = #integer
* ^property[+].code = #remission-at-most
* ^property[=].description = "The highest score that is remission"
* ^property[=].type = #integer
* ^property[+].code = #citation
* ^property[=].description = "Where the thresholds come from"
* ^property[=].type = #string

RuleSet: ScoreRange(code, minimum, maximum, direction)
* insert ScoreMinimum({code}, {minimum}, {direction})
* #{code} ^property[+].code = #maximum
* #{code} ^property[=].valueInteger = {maximum}

RuleSet: ScoreMinimum(code, minimum, direction)
* #{code} ^property[+].code = #minimum
* #{code} ^property[=].valueInteger = {minimum}
* #{code} ^property[+].code = #direction
* #{code} ^property[=].valueString = "{direction}"

RuleSet: UsualRecall(code, days)
* #{code} ^property[+].code = #recall-days
* #{code} ^property[=].valueInteger = {days}

RuleSet: Thresholds(code, fall, remission, citation)
* #{code} ^property[+].code = #response-fall-percent
* #{code} ^property[=].valueInteger = {fall}
* #{code} ^property[+].code = #remission-at-most
* #{code} ^property[=].valueInteger = {remission}
* #{code} ^property[+].code = #citation
* #{code} ^property[=].valueString = {citation}
