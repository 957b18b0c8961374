package org.ketamineregistry.validate;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;

/**
 * Turns what HL7's validator says into problems with stable codes, FHIRPath expressions from the
 * root of what was sent, and words without the values that were sent.
 */
final class MessageTranslator {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/");
  private static final Pattern CHOICE = Pattern.compile("\\.ofType\\([A-Za-z]+\\)|\\[x\\]");
  private static final Pattern INVARIANT = Pattern.compile("^Constraint failed: ([A-Za-z0-9-]+):");

  private static final Pattern RULE_TEXT =
      Pattern.compile("^Constraint failed: .*?\\(defined in [^)]*\\)");

  /** The parser's messages have no ids. */
  private static final Pattern UNKNOWN =
      Pattern.compile("^(?:Unrecognized property|Undefined (?:element|attribute)) ");

  /** What follows is the validator's own list of its messages. */
  private static final Pattern DETAILS = Pattern.compile(" Issues: \\[.*", Pattern.DOTALL);

  /** Ids that speak of extensions and mean any element with a choice of types. */
  private static final Set<String> WRONG_TYPE = Set.of("EXTENSION_PROF_TYPE", "EXTENSION_EXT_TYPE");

  private MessageTranslator() {}

  /**
   * @param message what the validator said
   * @param resource the resource it said it of
   * @param expression the FHIRPath expression that leads to the resource
   * @return empty where it is no error
   */
  static Optional<Problem> problem(ValidationMessage message, Element resource, String expression) {
    if (message.getLevel() != IssueSeverity.ERROR && message.getLevel() != IssueSeverity.FATAL) {
      return Optional.empty();
    }
    String own = expression(message.getLocation());
    String place = rooted(own, resource.fhirType(), expression);
    String rule = rule(message);
    return Optional.of(
        new Problem(
            code(message, rule),
            rule,
            place,
            Math.max(message.getLine(), 0),
            Math.max(message.getCol(), 0),
            words(message, resource, own)));
  }

  /** The text of a rule is the guide's own, and has no value that was sent. */
  private static String words(ValidationMessage message, Element resource, String own) {
    String words = DETAILS.matcher(String.valueOf(message.getMessage())).replaceFirst("");
    var rule = RULE_TEXT.matcher(words);
    return rule.find() ? rule.group() : WithoutValues.of(words, resource, own);
  }

  /** The location as FHIRPath: without HL7's comments and choice marks. */
  static String expression(@Nullable String location) {
    String plain = COMMENT.matcher(location == null ? "" : location).replaceAll("");
    return CHOICE.matcher(plain).replaceAll("");
  }

  private static String rooted(String own, String type, String expression) {
    if (own.startsWith("Bundle.")) {
      return own;
    }
    return own.startsWith(type) ? expression + own.substring(type.length()) : expression;
  }

  private static @Nullable String rule(ValidationMessage message) {
    if (message.getInvId() != null) {
      return message.getInvId().replaceFirst("^.*#", "");
    }
    var matcher = INVARIANT.matcher(String.valueOf(message.getMessage()));
    return matcher.find() ? matcher.group(1) : null;
  }

  private static ErrorCode code(ValidationMessage message, @Nullable String rule) {
    if (rule != null) {
      return ErrorCode.RULE_VIOLATED;
    }
    String id = String.valueOf(message.getMessageId()).toUpperCase(Locale.ROOT);
    if (id.startsWith("UNRECOGNISED")
        || id.contains("UNDEFINED_ELEMENT")
        || id.contains("UNKNOWN_ELEMENT")
        || UNKNOWN.matcher(String.valueOf(message.getMessage())).find()) {
      return ErrorCode.ELEMENT_UNKNOWN;
    } else if (id.startsWith("VALIDATION_VAL_PROFILE_MINIMUM")) {
      return ErrorCode.ELEMENT_REQUIRED;
    } else if (id.startsWith("VALIDATION_VAL_PROFILE_MAXIMUM")
        || id.startsWith("VALIDATION_VAL_PROFILE_NOTALLOWED")
        || id.startsWith("VALIDATION_VAL_PROFILE_WRONGTYPE")) {
      return ErrorCode.ELEMENT_NOT_ALLOWED;
    } else if (id.contains("_FIXED")
        || id.contains("PATTERN")
        || id.contains("_DT_")
        || id.startsWith("FIXED_TYPE")
        || WRONG_TYPE.contains(id)) {
      return ErrorCode.VALUE_NOT_AS_PROFILED;
    } else if (id.startsWith("EXTENSION_")) {
      return ErrorCode.EXTENSION_UNKNOWN;
    } else if (id.startsWith("TERMINOLOGY_") || id.contains("BINDING")) {
      return ErrorCode.CODE_NOT_ALLOWED;
    } else if (id.startsWith("TYPE_SPECIFIC_CHECKS") || id.startsWith("TYPE_CHECKS")) {
      return ErrorCode.VALUE_INVALID;
    } else if (id.startsWith("REFERENCE_")) {
      return ErrorCode.REFERENCE_FORM;
    }
    return ErrorCode.INVALID;
  }
}
