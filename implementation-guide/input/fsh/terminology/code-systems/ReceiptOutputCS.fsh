CodeSystem: ReceiptOutputCS
Id: receipt-output-cs
Title: "Receipt Outputs"
Description: "What a submission receipt tells about."
* insert Definition
* ^purpose = "R7: a receipt tells records from reasons."
* ^caseSensitive = true
* #resource "Resource" "A record that the submission created or updated."
* #outcome "Outcome" "The issues that the registry found in the submission."
