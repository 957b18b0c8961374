package org.ketamineregistry.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the extensions of a question say: those of FHIR's questionnaires, and those by which HL7's
 * Structured Data Capture makes records of answers. Others are shown as they are.
 */
final class FormExtensions {
  private static final String MINIMUM = "minValue";
  private static final String MAXIMUM = "maxValue";

  /** Which are long, and for a form's software only. */
  private static final Set<String> LEFT_OUT = Set.of("rendering-xhtml", "rendering-markdown");

  private final Catalogue catalogue;

  FormExtensions(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  List<String> of(QuestionnaireItemComponent item) {
    List<String> said = new ArrayList<>();
    Extension minimum = named(item, MINIMUM);
    Extension maximum = named(item, MAXIMUM);
    if (minimum != null && maximum != null) {
      said.add("From " + value(minimum.getValue()) + " to " + value(maximum.getValue()));
    } else if (minimum != null) {
      said.add("At least " + value(minimum.getValue()));
    } else if (maximum != null) {
      said.add("At most " + value(maximum.getValue()));
    }
    for (Extension extension : item.getExtension()) {
      String name = name(extension);
      switch (name) {
        case MINIMUM, MAXIMUM -> {}
        case "questionnaire-unit" ->
            said.add("In " + Values.code(((Coding) extension.getValue()).getCode()));
        case "questionnaire-referenceResource" ->
            said.add("Refers to " + Values.code(extension.getValue().primitiveValue()));
        case "sdc-questionnaire-definitionExtract" -> said.add(becomes(extension));
        case "sdc-questionnaire-definitionExtractValue" -> said.add(sets(extension));
        default -> {
          if (!LEFT_OUT.contains(name)) {
            said.add(
                "<span class=\"faint\">"
                    + Html.escape(Values.spaced(name))
                    + "</span> "
                    + catalogue.values().phrase(extension));
          }
        }
      }
    }
    return said;
  }

  /** An element, by a profile's canonical and the element's id. */
  String element(String definition) {
    int hash = definition.indexOf('#');
    return hash < 0
        ? catalogue.values().named(definition)
        : catalogue.values().named(definition.substring(0, hash))
            + " "
            + Values.element(definition.substring(hash + 1));
  }

  private String becomes(Extension extension) {
    String profile = extension.getExtensionString("definition");
    return "<strong>Becomes</strong> "
        + catalogue.values().named(profile == null ? "" : profile)
        + (extension.hasExtension("ifNoneExist") ? ", once for each response" : "");
  }

  private String sets(Extension extension) {
    Extension definition = extension.getExtensionByUrl("definition");
    String element = definition == null ? "" : definition.getValue().primitiveValue();
    String path = element.substring(element.indexOf('#') + 1);
    Extension fixed = extension.getExtensionByUrl("fixed-value");
    Extension expression = extension.getExtensionByUrl("expression");
    if (fixed != null) {
      return "Sets " + Values.element(path) + " to " + value(fixed.getValue());
    }
    return expression != null && expression.getValue() instanceof Expression fhirPath
        ? "Sets " + Values.element(path) + " to " + Values.element(fhirPath.getExpression())
        : "Sets " + Values.element(path);
  }

  private String value(Type value) {
    return catalogue.values().inline(value).orElse("");
  }

  private static String name(Extension extension) {
    return extension.getUrl().replaceFirst("^.*/", "");
  }

  private static @Nullable Extension named(QuestionnaireItemComponent item, String name) {
    return item.getExtension().stream()
        .filter(extension -> name(extension).equals(name))
        .findFirst()
        .orElse(null);
  }
}
