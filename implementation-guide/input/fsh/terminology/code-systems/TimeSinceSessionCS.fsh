CodeSystem: TimeSinceSessionCS
Id: time-since-session-cs
Title: "Times since a Session"
Description: "Windows of the time since the last dose began. Four of them stand for the time points at which efficacy is measured (R21). They do not overlap, so what happens in one stands for one time point at most."
* insert Definition
* ^purpose = "R21: efficacy at 24 hours, 3, 7 and 14 days is counted apart."
* ^caseSensitive = true
* insert BandProperties(hours)
* #under-20-hours "Under 20 hours" "Before the first time point."
* insert Band(under-20-hours, 0, 20)
* #24-hours "24 hours" "The time point of 24 hours: from 20 to under 48 hours."
* insert Band(24-hours, 20, 48)
* #3-days "3 days" "The time point of 3 days: from 48 to under 120 hours."
* insert Band(3-days, 48, 120)
* #7-days "7 days" "The time point of 7 days: from 120 to under 240 hours."
* insert Band(7-days, 120, 240)
* #14-days "14 days" "The time point of 14 days: from 240 to under 504 hours."
* insert Band(14-days, 240, 504)
* #21-days-and-over "21 days and over" "After the last time point."
* insert BandFrom(21-days-and-over, 504)
