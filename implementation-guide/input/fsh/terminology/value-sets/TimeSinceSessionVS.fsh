ValueSet: TimeSinceSessionVS
Id: time-since-session-vs
Title: "Times since a Session"
Description: "The bands of the dimension time since session."
* insert Definition
* ^purpose = "R21: efficacy at 24 hours, 3, 7 and 14 days is counted apart."
* TimeSinceSessionCS#under-20-hours "Under 20 hours"
* TimeSinceSessionCS#24-hours "24 hours"
* TimeSinceSessionCS#3-days "3 days"
* TimeSinceSessionCS#7-days "7 days"
* TimeSinceSessionCS#14-days "14 days"
* TimeSinceSessionCS#21-days-and-over "21 days and over"
* IndicatorBandCS#unknown "Unknown"
