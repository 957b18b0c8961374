Invariant: krn-cmb-1
Description: "A comorbidity has a clinical status, unless it was entered in error"
Severity: #error
Expression: "verificationStatus.coding.where(code = 'entered-in-error').exists() or clinicalStatus.exists()"

Invariant: krn-cmb-2
Description: "A comorbidity does not end before it began"
Severity: #error
Expression: "abatement.ofType(dateTime).where($this < %resource.onset.ofType(dateTime)).empty()"
