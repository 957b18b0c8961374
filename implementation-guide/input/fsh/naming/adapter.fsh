Instance: adapter
InstanceOf: NamingSystem
Usage: #definition
Title: "Release of an Adapter"
Description: "The name and version of a program that brings records of other formats to a registry."
* insert DefinitionInstance
* name = "AdapterRelease"
* kind = #identifier
* description = "The name of the program, a slash and its version, such as ketamine-registry/1.0.0."
* uniqueId.type = #uri
* uniqueId.value = $adapter
* uniqueId.preferred = true
