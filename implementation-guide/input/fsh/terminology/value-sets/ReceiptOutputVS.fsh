ValueSet: ReceiptOutputVS
Id: receipt-output-vs
Title: "Receipt Outputs"
Description: "What a submission receipt tells about."
* insert Definition
* ReceiptOutputCS#resource "Resource"
* ReceiptOutputCS#outcome "Outcome"
