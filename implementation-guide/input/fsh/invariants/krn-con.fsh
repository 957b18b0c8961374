Invariant: krn-con-1
Description: "A finding about capacity says on which date capacity was assessed"
Severity: #error
Expression: "extension('finding').value.where($this = 'has-capacity' or $this = 'lacks-capacity').exists() implies extension('assessedOn').exists()"
* requirements = "R16"

Invariant: krn-con-2
Description: "A consent that was withdrawn says when it ended"
Severity: #error
Expression: "status = 'inactive' implies provision.period.end.exists()"
* requirements = "R16"

Invariant: krn-con-3
Description: "An information sheet is named with its version"
Severity: #error
Expression: "$this.toString().matches('^[^|]+[|][^|]+$')"
* requirements = "R6"
