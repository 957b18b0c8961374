ValueSet: InformationSheetFormatVS
Id: information-sheet-format-vs
Title: "Information Sheet Formats"
Description: "The formats in which the text of an information sheet is kept."
* insert Definition
* ^purpose = "R6: formats in which a sheet is given to patients."
* urn:ietf:bcp:13#text/markdown "Markdown"
* urn:ietf:bcp:13#text/html "HTML"
* urn:ietf:bcp:13#application/pdf "PDF"
