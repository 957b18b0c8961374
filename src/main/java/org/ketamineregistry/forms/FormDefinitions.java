package org.ketamineregistry.forms;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What a form says of extraction, in SDC's extensions. */
final class FormDefinitions {
  private static final String SDC =
      "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
  private static final String UNIT = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";

  private FormDefinitions() {}

  /**
   * An item that becomes a record.
   *
   * @param fullUrl FHIRPath; null for an address that nothing refers to
   * @param ifNoneExist FHIRPath; null where the record is made in any case
   */
  record Extract(String profile, @Nullable String fullUrl, @Nullable String ifNoneExist) {}

  /** A value that is not answered: fixed, or derived from the response. */
  record Value(String definition, @Nullable Type fixed, @Nullable String expression) {}

  static Optional<Extract> extract(QuestionnaireItemComponent item) {
    return Optional.ofNullable(item.getExtensionByUrl(SDC + "definitionExtract"))
        .map(
            extension ->
                new Extract(
                    String.valueOf(text(extension, "definition")),
                    text(extension, "fullUrl"),
                    text(extension, "ifNoneExist")));
  }

  static List<Value> values(QuestionnaireItemComponent item) {
    return item.getExtensionsByUrl(SDC + "definitionExtractValue").stream()
        .map(
            extension -> {
              Extension expression = extension.getExtensionByUrl("expression");
              Extension fixed = extension.getExtensionByUrl("fixed-value");
              return new Value(
                  String.valueOf(text(extension, "definition")),
                  fixed == null ? null : fixed.getValue(),
                  expression == null ? null : ((Expression) expression.getValue()).getExpression());
            })
        .toList();
  }

  /** The variables for which an address is made. */
  static List<String> variables(Questionnaire form) {
    return form.getExtensionsByUrl(SDC + "extractAllocateId").stream()
        .map(extension -> extension.getValue().primitiveValue())
        .toList();
  }

  static Optional<Coding> unit(Element item) {
    return Optional.ofNullable(item.getExtensionByUrl(UNIT)).map(unit -> (Coding) unit.getValue());
  }

  /** The type of an answer to a question; null where the item asks nothing. */
  static @Nullable String answerType(QuestionnaireItemComponent item) {
    return switch (item.getType()) {
      case GROUP, DISPLAY -> null;
      case CHOICE -> "Coding";
      case REFERENCE -> "Reference";
      default -> item.getType().toCode();
    };
  }

  private static @Nullable String text(Extension extension, String part) {
    Extension found = extension.getExtensionByUrl(part);
    Base value = found == null ? null : found.getValue();
    return value == null ? null : value.primitiveValue();
  }
}
