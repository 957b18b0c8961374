// A code of the guide carries the code of ICH E2B(R3) that it becomes in an individual case safety report.
RuleSet: E2bProperty(field)
* ^property[+].code = #e2b
* ^property[=].description = "The code in ICH E2B(R3), data element {field}"
* ^property[=].type = #integer

RuleSet: E2bCode(code, number)
* #{code} ^property[+].code = #e2b
* #{code} ^property[=].valueInteger = {number}
