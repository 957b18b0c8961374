Instance: response-follow-up-de-1
InstanceOf: QuestionnaireResponse
Usage: #example
Title: "Follow-up the Next Day, Filled in"
Description: "MADRS in its 24-hour version and the anxiety scale that the clinic uses, and nothing else."
* insert Response(follow-up, nordlicht, F-12, Patient/patient-de-1, [[2026-10-06T16:00:00+02:00]])
* insert Answers(item, visit)
* insert Answer(item[=].item, visit.time, [[valueDateTime = "2026-10-06T15:40:00+02:00"]])
* insert Answers(item, depression)
* insert Answer(item[=].item, depression.instrument, [[valueCoding = InstrumentCS#madrs-total "MADRS total"]])
* insert Answers(item[=].item, madrs)
* insert Answer(item[=].item[=].item, madrs.total, valueInteger = 14)
* insert Answer(item[=].item[=].item, madrs.recall, valueInteger = 1)
* insert Answers(item, anxiety)
* insert Answer(item[=].item, anxiety.instrument, [[valueCoding = InstrumentCS#ham-a-total "HAM-A total"]])
* insert Answers(item[=].item, ham-a)
* insert Answer(item[=].item[=].item, ham-a.total, valueInteger = 18)
* insert Answer(item[=].item[=].item, ham-a.recall, valueInteger = 7)
* insert Answers(item, events)
* insert Answer(item[=].item, events.any, valueBoolean = false)
