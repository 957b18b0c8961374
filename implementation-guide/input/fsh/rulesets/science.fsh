// A study is named by a number of a public register, whose form can be checked.
RuleSet: RegisteredBy(slice, system, invariant)
* identifier[{slice}].system 1..1
* identifier[{slice}].system = {system}
* identifier[{slice}].value 1..1
* identifier[{slice}].value obeys {invariant}

// A section is its code and its references: all else would be words, or told twice.
RuleSet: CaseReportSection(slice, code, targets)
* section[{slice}].title 0..0
* section[{slice}].code 1..1
* section[{slice}].code = CaseReportSectionCS#{code}
* section[{slice}].code.text 0..0
* section[{slice}].author 0..0
* section[{slice}].focus 0..0
* section[{slice}].text 0..0
* section[{slice}].mode 0..0
* section[{slice}].orderedBy 0..0
* section[{slice}].entry 1..*
* section[{slice}].entry only Reference({targets})
* insert LiteralReference(section[{slice}].entry)
* section[{slice}].emptyReason 0..0
* section[{slice}].section 0..0
