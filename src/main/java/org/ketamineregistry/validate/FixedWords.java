package org.ketamineregistry.validate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words for messages that need no detail: what is wrong and what to do. */
final class FixedWords {
  private record Words(Pattern pattern, String words) {}

  private static final String NARRATIVE =
      "The narrative is no XHTML as FHIR allows it: leave it out, it is not kept.";

  private static final List<Words> BY_NAME =
      List.of(
          words(".*HTML", NARRATIVE),
          words("EXTENSION_EXT_UNKNOWN", ForeignExtensions.ADVICE),
          words(
              "EXTENSION_EXT._CONTEXT|PROFILE_EXT_NOT_HERE|EXTENSION_EXTP_",
              "This extension does not belong to this element: see its definition."),
          words(
              "EXTENSION_EXT_SUBEXTENSION",
              "The extension has no part with this url: see its definition."),
          words("EXTENSION_EXT_SIMPLE", "This extension has a value and nothing else."),
          words("EXTENSION_EXT_URL_NOTFOUND", "An extension has a url, which says what it means."),
          words("EXTENSION_EXT_MODIFIER", "This extension is not one that modifies, or is one."),
          words(
              "TERMINOLOGY_PASSTHROUGH",
              "This code is not in its code system: check system and code."),
          words(
              "TERMINOLOGY_TX_SYSTEM_(UNKNOWN|INVALID|VALUESET|HTTPS|WRONG)|UNKNOWN_CODESYSTEM",
              "This code system is not known here: check the system's URI."),
          words("TERMINOLOGY_TX_SYSTEM_RELATIVE", "A coding's system is an absolute URI."),
          words("TERMINOLOGY_TX_SYSTEM_NO_CODE", "A code without a system means nothing: add it."),
          words(
              "TERMINOLOGY_TX_DISPLAY",
              "The display is not that of the code: correct it or leave it out."),
          words(
              ".*_DT_IDENTIFIER_SYSTEM$",
              "An identifier's system is an absolute URI, such as https://ehr.example/sid/visit"
                  + " or urn:oid:2.999.1."),
          words(
              "REFERENCE_REF_CANTMATCH",
              "What this refers to does not meet the profile that is needed: see the problems of"
                  + " the contained resource."),
          words("REFERENCE_REF_NOTFOUND", "No contained resource has this id."),
          words(
              "CONTAINED_ORPHAN_DOM3",
              "Nothing in this resource refers to the contained resource: refer to it by #id, or"
                  + " leave it out."),
          words(
              "RESOURCE_DUPLICATE_CONTAINED_ID|DUPLICATE_ID",
              "This id stands twice: give each part an id of its own."),
          words(
              "ILLEGAL_PROPERTY|VALIDATION_VAL_PROFILE_NOTALLOWED|PROFILE_VAL_NOTALLOWED",
              "The profile has no such part here: leave it out."),
          words(
              "VALIDATION_VAL_PROFILE_(OUTOFORDER|SLICEORDER)",
              "This element stands in the wrong order: FHIR XML has a fixed order."),
          words(
              ".*_DT_DATETIME_TZ",
              "A date with a time has a time zone, for example 2026-03-01T14:30:00+01:00."),
          words(
              ".*_DT_(DATETIME_|DATE_)",
              "This is no date as FHIR writes it: 2026, 2026-03, 2026-03-01 or"
                  + " 2026-03-01T14:30:00+01:00."),
          words(
              ".*_DT_INSTANT",
              "This is no instant as FHIR writes it, for example 2026-03-01T14:30:00.000+01:00."),
          words(".*_DT_INTEGER_LT[01]", "This number is too small for its type."),
          words(".*_DT_INTEGER_VALID", "This is no whole number."),
          words(".*_DT_DECIMAL_VALID", "This is no number."),
          words(".*_DT_BOOLEAN", "This is true or false."),
          words(
              ".*(_DT_ID_VALID|RES_ID_MALFORMED)",
              "An id has 1 to 64 of the characters A-Z, a-z, 0-9, - and . only."),
          words(".*_DT_(UUID|OID)", "This is no UUID or OID as FHIR writes it."),
          words(
              ".*_(URI|CODE|STRING|PRIMITIVE)_WS",
              "This value begins or ends with white space, or has some within: take it out."),
          words(".*_PRIMITIVE_(NOTEMPTY|VALUEEXT)", "This value is empty: leave it out."),
          words(".*_PRIMITIVE_REGEX", "This value does not have the form of its type."),
          words(".*_(PRIMITIVE|STRING)_LENGTH", "This value is too long for this element."));

  private static final List<Words> BY_TEXT =
      List.of(
          words(
              ".*does not appear to be a FHIR resource",
              "This is no FHIR R4 resource: check its resourceType."),
          words(
              "Unrecognized property|Undefined element",
              "FHIR R4 has no such element here: check its name and its place."),
          words(
              "Undefined attribute",
              "FHIR R4 has no such attribute here: values stand in the attribute value."),
          words(
              "(Object|Element) must have",
              "This element is empty: give it content or leave it out."),
          words("Array cannot be empty", "This array is empty: leave it out."),
          words(
              "Error parsing JSON: the primitive value must be a string",
              "In JSON this value is a string: put it in quotation marks."),
          words(
              "Error parsing JSON: the primitive value must be a number",
              "In JSON this value is a number: send it without quotation marks."),
          words(
              "Error parsing JSON: the primitive value must be a boolean",
              "In JSON this value is true or false, without quotation marks."),
          words(
              ".*must be (a JSON|an) Array",
              "This element may occur more than once, so in JSON it is an array: put it in [ ]."),
          words(
              ".*must be an [Oo]bject",
              "In JSON this element is an object: put it in { }, without [ ]."),
          words(
              "This property must be an? simple value|Invalid (JSON )?type",
              "This element has another type here: see its definition."),
          words("Text should not be present", "Text stands between the elements: take it out."),
          words(
              "Wrong namespace",
              "The namespace of FHIR XML is http://hl7.org/fhir, that of narrative"
                  + " http://www.w3.org/1999/xhtml."),
          words(".*XHTML", NARRATIVE));

  private FixedWords() {}

  /**
   * @param name the message's name in capitals
   * @param text HL7's words
   */
  static Optional<String> of(String name, String text) {
    return first(BY_NAME, name).or(() -> first(BY_TEXT, text));
  }

  private static Optional<String> first(List<Words> all, String text) {
    return all.stream()
        .filter(entry -> entry.pattern().matcher(text).lookingAt())
        .map(Words::words)
        .findFirst();
  }

  private static Words words(String regex, String words) {
    return new Words(Pattern.compile(regex), words);
  }
}
