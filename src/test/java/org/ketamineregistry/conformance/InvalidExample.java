package org.ketamineregistry.conformance;

import static org.ketamineregistry.refusal.ErrorCode.CODE_NOT_ALLOWED;
import static org.ketamineregistry.refusal.ErrorCode.DIRECT_IDENTIFIER;
import static org.ketamineregistry.refusal.ErrorCode.ELEMENT_NOT_ALLOWED;
import static org.ketamineregistry.refusal.ErrorCode.ELEMENT_REQUIRED;
import static org.ketamineregistry.refusal.ErrorCode.PROFILE_NOT_DETERMINED;
import static org.ketamineregistry.refusal.ErrorCode.RULE_VIOLATED;
import static org.ketamineregistry.refusal.ErrorCode.VALUE_INVALID;
import static org.ketamineregistry.refusal.ErrorCode.VALUE_NOT_AS_PROFILED;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * An example with one defect.
 *
 * @param name the folder, which is the profile's id, and the file
 * @param rule an invariant's key, or what kind of rule is violated
 * @param expression where HL7's validator tells it, without indices, a choice with its type
 */
public record InvalidExample(String name, String rule, String expression) {
  /** A kind of rule: the codes that the registry gives, and the names of HL7's messages. */
  private record Kind(Set<ErrorCode> codes, String hl7) {}

  private static final Map<String, Kind> KINDS =
      Map.of(
          "required",
              new Kind(
                  Set.of(ELEMENT_REQUIRED),
                  "validation_val_profile_minimum.*|terminology_tx_code_valueset"),
          "forbidden",
              new Kind(
                  Set.of(ELEMENT_NOT_ALLOWED, DIRECT_IDENTIFIER), "validation_val_profile_maximum"),
          "slicing", new Kind(Set.of(ELEMENT_NOT_ALLOWED), "validation_val_profile_notslice"),
          "binding", new Kind(Set.of(CODE_NOT_ALLOWED), "terminology_tx_.*|unable_to_infer.*"),
          "pattern",
              new Kind(Set.of(VALUE_NOT_AS_PROFILED), "type_checks_pattern.*|_dt_fixed_wrong"),
          "type",
              new Kind(
                  Set.of(VALUE_INVALID),
                  "extension_prof_type|illegal_property|validation_val_profile_.*|type_specific.*"));

  /** Elements whose code selects the profile: a wrong one leaves nothing to check against. */
  private static final Set<String> SELECTING =
      Set.of("Observation.code", "Consent.category", "Encounter.type");

  @Override
  public String toString() {
    return name;
  }

  public Path file() {
    return Examples.INVALID.resolve(name);
  }

  /** The canonical URL of the profile that it breaks. */
  public String profile() {
    return Canonical.profile(name.substring(0, name.indexOf('/')));
  }

  public String resourceType() {
    return expression.replaceFirst("\\..*", "");
  }

  /** Whether this is the defect, in the registry's words. */
  public boolean isTold(ErrorCode code, String rule, String place) {
    String at = plain(place);
    String expected = plain(expression);
    if (code == PROFILE_NOT_DETERMINED) {
      return SELECTING.contains(expected) && at.equals(expected);
    }
    Kind kind = KINDS.get(this.rule);
    if (kind == null) {
      return code == RULE_VIOLATED && rule.equals(this.rule) && at.equals(expected);
    }
    // HL7's validator tells the parent of an element that is not allowed, the registry the element.
    boolean itself = this.rule.equals("forbidden") && at.startsWith(expected + ".");
    return kind.codes().contains(code) && (at.equals(expected) || itself);
  }

  /** Whether this is the defect, in the words of HL7's validator. */
  boolean isTold(ValidationMessage message) {
    return isTold(message.getMessageId(), message.getLocation());
  }

  /** Whether this is the defect, in the words of HAPI's validator, which are HL7's. */
  boolean isTold(SingleValidationMessage message) {
    return isTold(message.getMessageId(), message.getLocationString());
  }

  private boolean isTold(@Nullable String message, String location) {
    String at = location.replaceAll("/\\*.*?\\*/|\\[\\d+]", "");
    String id = String.valueOf(message);
    Kind kind = KINDS.get(rule);
    return at.equals(expression)
        && (kind == null ? id.endsWith("#" + rule) : id.matches("(?i)" + kind.hl7()));
  }

  private static String plain(String expression) {
    return expression.replaceAll("\\[\\d+]|\\.ofType\\(\\w+\\)", "");
  }
}
