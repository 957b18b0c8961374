// SUSHI wants the date of a NamingSystem here; it is that of sushi-config.yaml, which lint.mjs checks.
RuleSet: DefinitionInstance
* status = #active
* date = "2026-11-26"
