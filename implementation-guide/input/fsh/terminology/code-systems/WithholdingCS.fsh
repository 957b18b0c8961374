CodeSystem: WithholdingCS
Id: withholding-cs
Title: "Withholding"
Description: "Why a figure of a protected answer is not shown. The reasons are few on purpose: a finer one would tell what is withheld."
* insert Definition
* ^purpose = "R10, R14, R20"
* ^caseSensitive = true
* #protected "Protected" "Too few persons, none included, or too few clinics, or nearly everybody or nearly nobody of a group. Which of these is not said."
* #part-withheld "Part withheld" "A count that the score needs is withheld."
