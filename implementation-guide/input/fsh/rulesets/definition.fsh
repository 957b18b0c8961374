RuleSet: Definition
* ^status = #active
* ^experimental = false
* ^date = "2026-11-22"
* ^publisher = "Ketamine Registry"
