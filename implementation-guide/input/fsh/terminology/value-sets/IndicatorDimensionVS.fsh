ValueSet: IndicatorDimensionVS
Id: indicator-dimension-vs
Title: "Indicator Dimensions"
Description: "The dimensions by which an answer may be divided or narrowed."
* insert Definition
* IndicatorDimensionCS#sex "Sex"
* IndicatorDimensionCS#age-band "Age band"
* IndicatorDimensionCS#substance "Substance"
* IndicatorDimensionCS#route "Route"
* IndicatorDimensionCS#dose-band "Dose band"
* IndicatorDimensionCS#sessions-so-far "Sessions so far"
* IndicatorDimensionCS#cumulative-dose-band "Cumulative dose band"
* IndicatorDimensionCS#setting "Setting"
* IndicatorDimensionCS#year "Year"
* IndicatorDimensionCS#time-since-session "Time since session"
* IndicatorDimensionCS#event-term "Event term"
* IndicatorDimensionCS#grade "Grade"
* IndicatorDimensionCS#instrument "Instrument"
* IndicatorDimensionCS#clinic "Clinic"
