package org.ketamineregistry.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.JsonParser;
import org.hl7.fhir.r5.elementmodel.ParserBase;
import org.hl7.fhir.r5.elementmodel.ParserBase.ValidationPolicy;
import org.hl7.fhir.r5.elementmodel.ValidatedFragment;
import org.hl7.fhir.r5.elementmodel.XmlParser;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/** Reads well-formed text into HL7's element model, in which every element knows its place. */
final class ElementReader {
  /** A sender with more faults than that has enough to mend for one time. */
  private static final int MAX_FINDINGS = 1_000;

  private final IWorkerContext definitions;

  ElementReader(IWorkerContext definitions) {
    this.definitions = definitions;
  }

  /**
   * @param findings takes what is wrong with the elements themselves, an unknown element for
   *     example
   * @throws Refused 400 where the text is no FHIR resource at all, 422 where it says something
   *     twice that FHIR has once
   */
  Element read(String text, Format format, Consumer<ValidationMessage> findings) {
    for (ValidatedFragment fragment : fragments(text, format)) {
      fragment.getErrors().stream().limit(MAX_FINDINGS).forEach(findings);
      Element root = fragment.getElement();
      if (root != null) {
        Repetitions.check(root);
        settleTypes(root);
        return root;
      }
    }
    throw notFhir();
  }

  private List<ValidatedFragment> fragments(String text, Format format) {
    ParserBase parser =
        format == Format.JSON ? new JsonParser(definitions) : new XmlParser(definitions);
    parser.setupValidation(ValidationPolicy.EVERYTHING);
    try {
      return parser.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | RuntimeException e) {
      // HL7's parser has no exception of its own for what it did not expect: the text decides
      // alone.
      throw notFhir();
    }
  }

  /** An element that was not told its type works it out each time that the validator asks. */
  private static void settleTypes(Element element) {
    element.setType(element.fhirType());
    element.getChildren().forEach(ElementReader::settleTypes);
  }

  private static Refused notFhir() {
    return new Refused(
        new Problem(
            ErrorCode.NOT_A_FHIR_RESOURCE,
            null,
            null,
            1,
            1,
            "The body is well-formed but no FHIR R4 resource: check resourceType (JSON) or the root element"
                + " and its namespace http://hl7.org/fhir (XML)."));
  }
}
