RuleSet: ActiveSearchParameter(base, code, type)
* url = "https://ketamine-registry.example/fhir/SearchParameter/{base}-{code}"
* status = #active
* experimental = false
* code = #{code}
* base = #{base}
* type = #{type}
