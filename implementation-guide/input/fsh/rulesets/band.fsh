// A band of a dimension: the lower bound belongs to it, the upper does not.
RuleSet: BandProperties(unit)
* ^property[+].code = #from
* ^property[=].description = "The lowest value of the band, in {unit}; it belongs to the band"
* ^property[=].type = #decimal
* ^property[+].code = #below
* ^property[=].description = "The value at which the band ends, in {unit}; it does not belong to the band. Absent where the band is open."
* ^property[=].type = #decimal

RuleSet: BandFrom(code, from)
* #{code} ^property[+].code = #from
* #{code} ^property[=].valueDecimal = {from}

RuleSet: Band(code, from, below)
* insert BandFrom({code}, {from})
* #{code} ^property[+].code = #below
* #{code} ^property[=].valueDecimal = {below}

RuleSet: Bands(code, valueset)
* #{code} ^property[+].code = #bands
* #{code} ^property[=].valueString = "https://ketamine-registry.example/fhir/ValueSet/{valueset}"
