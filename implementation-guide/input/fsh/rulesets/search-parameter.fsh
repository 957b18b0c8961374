RuleSet: ActiveSearchParameter(base, code, type)
* url = "https://ketamine-registry.example/fhir/SearchParameter/{base}-{code}"
* version = "0.1.0"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Ketamine Registry"
* code = #{code}
* base = #{base}
* type = #{type}
