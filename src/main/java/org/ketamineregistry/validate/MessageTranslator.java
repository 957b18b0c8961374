package org.ketamineregistry.validate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r5.context.IWorkerContext;
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
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z]+(?:\\.[A-Za-z_][A-Za-z0-9_]*(?:\\[\\d+])?)*");
  private static final Pattern INVARIANT = Pattern.compile("^Constraint failed: ([A-Za-z0-9-]+):");
  private static final Pattern UNKNOWN =
      Pattern.compile("(?:Unrecognized property|Undefined element) '([A-Za-z_][A-Za-z0-9_]*)'.*");
  private static final Pattern TOO_MANY =
      Pattern.compile("(\\S+): max allowed = (\\d+), but found .*");

  private final Wording wording;

  MessageTranslator(IWorkerContext definitions) {
    wording = new Wording(new Prescribed(definitions));
  }

  /**
   * What the validator said of a resource.
   *
   * @param expression the FHIRPath expression that leads to the resource
   * @return empty where it is no error
   */
  Optional<Problem> said(ValidationMessage message, Element resource, String expression) {
    String own = expression(message.getLocation());
    // Some messages count from the resource, some from the root of what was sent.
    String place =
        Stream.of(resource.fhirType(), expression(resource.getPath()))
            .filter(root -> own.equals(root) || own.startsWith(root + "."))
            .findFirst()
            .map(root -> expression + own.substring(root.length()))
            .orElse(expression);
    return problem(message, resource, expression, place);
  }

  /**
   * What a parser or the validator said.
   *
   * @param resource the resource that it is about
   * @param expression the FHIRPath expression that leads to the resource
   * @param place the FHIRPath expression that leads to the element
   */
  Optional<Problem> problem(
      ValidationMessage message, Element resource, String expression, String place) {
    if (message.getLevel() != IssueSeverity.ERROR && message.getLevel() != IssueSeverity.FATAL) {
      return Optional.empty();
    }
    String rule = rule(message);
    String words =
        wording
            .of(message)
            .orElseGet(() -> WithoutValues.of(String.valueOf(message.getMessage()), resource));
    return Optional.of(
        new Problem(
            rule == null ? MessageCodes.of(message) : ErrorCode.RULE_VIOLATED,
            rule,
            refined(message, resource, expression, place),
            Math.max(message.getLine(), 0),
            Math.max(message.getCol(), 0),
            words));
  }

  /** The location as FHIRPath: names and indices, without HL7's comments and choice marks. */
  static String expression(@Nullable String location) {
    String plain = COMMENT.matcher(location == null ? "" : location).replaceAll("");
    Matcher path = PATH.matcher(CHOICE.matcher(plain).replaceAll(""));
    // HL7 may put the url of an extension behind its step, and a url is what somebody sent.
    return path.lookingAt() ? path.group() : "";
  }

  /** HL7 tells the parent of an element that should not be there; the element itself is better. */
  private static String refined(
      ValidationMessage message, Element resource, String expression, String place) {
    if ("Extension_EXT_Type".equals(message.getMessageId())) {
      return place + ".value";
    }
    String text = String.valueOf(message.getMessage());
    Matcher unknown = UNKNOWN.matcher(text);
    if (unknown.matches()) {
      return place + "." + unknown.group(1);
    }
    Matcher tooMany = TOO_MANY.matcher(text);
    if (!tooMany.matches()) {
      return place;
    }
    String name = tooMany.group(1).replaceFirst(".*\\.", "").replaceAll(":.*|\\[x]", "");
    int first = Integer.parseInt(tooMany.group(2));
    return Walk.steps(resource, expression, place + "." + name).stream()
        .skip(first)
        .findFirst()
        .orElse(place);
  }

  private static @Nullable String rule(ValidationMessage message) {
    if (message.getInvId() != null) {
      return message.getInvId().replaceFirst("^.*#", "");
    }
    if ("CONTAINED_ORPHAN_DOM3".equals(message.getMessageId())) {
      return "dom-3";
    }
    var matcher = INVARIANT.matcher(String.valueOf(message.getMessage()));
    return matcher.find() ? matcher.group(1) : null;
  }
}
