RuleSet: DefinitionInstance
* status = #active
* date = "2026-11-22"
* publisher = "Ketamine Registry"
