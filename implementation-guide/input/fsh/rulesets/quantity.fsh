RuleSet: QuantityIn(path, unit)
* {path}.value 1..1
* {path}.system 1..1
* {path}.system = $ucum
* {path}.code 1..1
* {path}.code = {unit}

RuleSet: QuantityFrom(path, units)
* {path}.value 1..1
* {path}.system 1..1
* {path}.system = $ucum
* {path}.code 1..1
* {path}.code from {units} (required)
