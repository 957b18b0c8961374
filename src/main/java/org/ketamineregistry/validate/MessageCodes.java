package org.ketamineregistry.validate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * The stable code of what HL7's validator and parsers say. The validator names its messages; the
 * parsers do not, so those are known by their words, which are English here whatever the locale of
 * the process.
 */
final class MessageCodes {
  private record Rule(Pattern pattern, ErrorCode code) {
    static Rule of(String regex, ErrorCode code) {
      return new Rule(Pattern.compile(regex), code);
    }
  }

  /** The first that matches the beginning of a message's name counts. */
  private static final List<Rule> BY_NAME =
      List.of(
          Rule.of(".*HTML", ErrorCode.VALUE_INVALID),
          Rule.of("VALIDATION_VAL_PROFILE_MINIMUM", ErrorCode.ELEMENT_REQUIRED),
          Rule.of("PROFILE_VAL_MISSINGELEMENT", ErrorCode.ELEMENT_REQUIRED),
          Rule.of("PRIMITIVE_(MUSTHAVEVALUE|VALUE_ALTERNATIVES)", ErrorCode.ELEMENT_REQUIRED),
          Rule.of("EXTENSION_EXT_(SIMPLE_ABSENT|URL_NOTFOUND)", ErrorCode.ELEMENT_REQUIRED),
          Rule.of("TERMINOLOGY_TX_CODE_VALUESET", ErrorCode.ELEMENT_REQUIRED),
          Rule.of("(EXTENSION_PROF|EXTENSION_EXT)_TYPE", ErrorCode.VALUE_INVALID),
          Rule.of("VALIDATION_VAL_(PROFILE_)?(WRONGTYPE|NOTYPE)", ErrorCode.VALUE_INVALID),
          Rule.of(
              "VALIDATION_VAL_PROFILE_(MAXIMUM|NOT|OUTOFORDER|SLICEORDER|MATCH)",
              ErrorCode.ELEMENT_NOT_ALLOWED),
          Rule.of("PROFILE_VAL_NOTALLOWED|ILLEGAL_PROPERTY", ErrorCode.ELEMENT_NOT_ALLOWED),
          Rule.of("VALIDATION_VAL_CONTENT_UNKNOWN", ErrorCode.ELEMENT_UNKNOWN),
          Rule.of("QUESTIONNAIRE_QR_ITEM_(GROUP_REQUIRED|MIN_OCCURS)", ErrorCode.ELEMENT_REQUIRED),
          Rule.of(
              "QUESTIONNAIRE_QR_ITEM_(NOTENABLED|ONLYONE|ORDER|GROUP|DISPLAY|EXCLUSIVE|MAX_OCCURS)",
              ErrorCode.ELEMENT_NOT_ALLOWED),
          Rule.of("QUESTIONNAIRE_QR_ITEM_(NOTFOUND|NOLINKID)", ErrorCode.ELEMENT_UNKNOWN),
          Rule.of(
              "QUESTIONNAIRE_QR_ITEM_(BADOPTION|NO(CODING|STRING|DATE|TIME|INTEGER|DECIMAL)|VS_FAIL)",
              ErrorCode.CODE_NOT_ALLOWED),
          Rule.of("QUESTIONNAIRE_QR_ITEM_TEXT", ErrorCode.VALUE_NOT_AS_PROFILED),
          Rule.of("QUESTIONNAIRE_QR_ITEM_", ErrorCode.VALUE_INVALID),
          Rule.of("EXTENSION_EXT_(COUNT|FIXED)", ErrorCode.VALUE_NOT_AS_PROFILED),
          Rule.of("EXTENSION_|EXT_VER_|PROFILE_EXT_", ErrorCode.EXTENSION_UNKNOWN),
          Rule.of("TERMINOLOGY_|BINDING_|UNKNOWN_CODESYSTEM", ErrorCode.CODE_NOT_ALLOWED),
          Rule.of("TYPE_CHECKS_|PATTERN_CHECK_|FIXED_TYPE_|_DT_", ErrorCode.VALUE_NOT_AS_PROFILED),
          Rule.of("TYPE_SPECIFIC_|PRIMITIVE_|UNICODE_|RESOURCE_RES_ID", ErrorCode.VALUE_INVALID),
          Rule.of("(RESOURCE_)?DUPLICATE_", ErrorCode.VALUE_INVALID),
          Rule.of(
              "REFERENCE_REF_(WRONGTARGET|BADTARGET|RESOURCETYPE)", ErrorCode.REFERENCE_WRONG_TYPE),
          Rule.of("REFERENCE_REF_NOTFOUND", ErrorCode.REFERENCE_DANGLING),
          Rule.of("REFERENCE_REF_(CANTMATCH|MULTIPLE)", ErrorCode.INVALID),
          Rule.of("REFERENCE_", ErrorCode.REFERENCE_FORM));

  private static final List<Rule> BY_WORDS =
      List.of(
          Rule.of(".*does not appear to be a FHIR resource", ErrorCode.NOT_A_FHIR_RESOURCE),
          Rule.of(".*XHTML", ErrorCode.VALUE_INVALID),
          Rule.of("Unrecognized property|Undefined (element|attribute)", ErrorCode.ELEMENT_UNKNOWN),
          Rule.of(
              "Text should not|CDATA|Node type|Wrong namespace|Comments are",
              ErrorCode.ELEMENT_NOT_ALLOWED),
          Rule.of(
              "Invalid (JSON )?type|(Object|Element) must have|Array cannot|The property",
              ErrorCode.VALUE_INVALID),
          Rule.of(
              "This (base )?property must|Error parsing|The Type specifier|The xsi:type|The XML",
              ErrorCode.VALUE_INVALID));

  private MessageCodes() {}

  static ErrorCode of(ValidationMessage message) {
    String name = message.getMessageId();
    return name == null
        ? first(BY_WORDS, String.valueOf(message.getMessage()))
        : first(BY_NAME, name.toUpperCase(Locale.ROOT));
  }

  private static ErrorCode first(List<Rule> rules, String text) {
    return rules.stream()
        .filter(rule -> rule.pattern().matcher(text).lookingAt())
        .map(Rule::code)
        .findFirst()
        .orElse(ErrorCode.INVALID);
  }
}
