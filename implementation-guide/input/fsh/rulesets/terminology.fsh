RuleSet: SnomedCopyright
* ^copyright = "Includes SNOMED CT codes of the Global Patient Set, © SNOMED International, used under the Creative Commons Attribution 4.0 International licence (CC BY 4.0). SNOMED and SNOMED CT are registered trademarks of SNOMED International."

RuleSet: LoincCopyright
* ^copyright = "Includes content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the licence at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc."

RuleSet: NcitCopyright
* ^copyright = "Includes codes of the NCI Thesaurus, National Cancer Institute, used under the Creative Commons Attribution 4.0 International licence (CC BY 4.0)."

RuleSet: UcumCopyright
* ^copyright = "Includes codes of the Unified Code for Units of Measure (UCUM), copyright © Regenstrief Institute, Inc. and the UCUM Organization, used under the UCUM licence at https://ucum.org/license."

RuleSet: RuleCopyright
* copyright = "Includes SNOMED CT codes of the Global Patient Set, © SNOMED International, used under the Creative Commons Attribution 4.0 International licence (CC BY 4.0). SNOMED and SNOMED CT are registered trademarks of SNOMED International. Includes content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the licence at http://loinc.org/license. LOINC® is a registered United States trademark of Regenstrief Institute, Inc. Includes codes of the Unified Code for Units of Measure (UCUM), copyright © Regenstrief Institute, Inc. and the UCUM Organization, used under the UCUM licence at https://ucum.org/license."
