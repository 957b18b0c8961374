ValueSet: ReceiptOutputVS
Id: receipt-output-vs
Title: "Receipt Outputs"
Description: "What a submission receipt tells about."
* insert Definition
* ^purpose = "R7: a receipt tells records from reasons."
* ReceiptOutputCS#resource "Resource"
* ReceiptOutputCS#outcome "Outcome"
