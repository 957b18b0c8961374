Invariant: krn-bp-1
Description: "A blood pressure is between 20 and 350 mm[Hg]"
Severity: #error
Expression: "value >= 20 and value <= 350"
* requirements = "R8"

Invariant: krn-bp-2
Description: "The diastolic pressure is not above the systolic"
Severity: #error
Expression: "component.where(code.coding.where(system = 'http://loinc.org' and code = '8462-4').exists()).value.ofType(Quantity).value.exists() and component.where(code.coding.where(system = 'http://loinc.org' and code = '8480-6').exists()).value.ofType(Quantity).value.exists() implies component.where(code.coding.where(system = 'http://loinc.org' and code = '8462-4').exists()).value.ofType(Quantity).value <= component.where(code.coding.where(system = 'http://loinc.org' and code = '8480-6').exists()).value.ofType(Quantity).value"
* requirements = "R8"
