package org.ketamineregistry.validate;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.elementmodel.JsonParser;
import org.hl7.fhir.r5.formats.IParser.OutputStyle;
import org.ketamineregistry.ingest.Format;
import org.ketamineregistry.ingest.Submitted;
import org.ketamineregistry.ingest.SubmittedEntry;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Problem;
import org.ketamineregistry.refusal.Refused;

/**
 * Reads valid text into HAPI's model of R4, without what could hold free text: the narrative, and
 * the displays of codes and units, which say nothing that the code does not say.
 */
final class TypedResources {
  private final FhirContext context;
  private final Definitions definitions;

  TypedResources(Definitions definitions) {
    this.definitions = definitions;
    context = definitions.context();
  }

  /** All resources of a submission, in the order of its entries. */
  List<Resource> of(Submitted submitted) {
    try {
      return switch (submitted.shape()) {
        case TRANSACTION -> {
          Bundle bundle =
              (Bundle) parse(submitted.incoming().format(), submitted.incoming().body());
          yield submitted.entries().stream()
              .map(entry -> withoutFreeText(bundle.getEntry().get(entry.index()).getResource()))
              .toList();
        }
        case SINGLE, BATCH, COLLECTION ->
            submitted.entries().stream().map(entry -> single(submitted, entry)).toList();
      };
    } catch (DataFormatException e) {
      // The validator let it pass, HAPI's parser does not: say so rather than keep half of it.
      throw new Refused(
          Problem.of(
              ErrorCode.INVALID,
              "A value has a form that FHIR R4 does not know: check codes, dates and numbers."));
    }
  }

  private Resource single(Submitted submitted, SubmittedEntry entry) {
    if (submitted.root() == entry.resource()) {
      return withoutFreeText(parse(submitted.incoming().format(), submitted.incoming().body()));
    }
    // An entry of a batch stands for itself: its siblings may be beyond parsing.
    var out = new ByteArrayOutputStream();
    try {
      new JsonParser(definitions.workerContext())
          .compose(entry.resource(), out, OutputStyle.NORMAL, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return withoutFreeText(parse(Format.JSON, out.toByteArray()));
  }

  private Resource parse(Format format, byte[] body) {
    IParser parser = format == Format.JSON ? context.newJsonParser() : context.newXmlParser();
    parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
    IBaseResource resource = parser.parseResource(new String(body, StandardCharsets.UTF_8));
    // A verdict may be asked for on the resource of a Parameters resource.
    return resource instanceof Parameters parameters
        ? parameters.getParameter("resource").getResource()
        : (Resource) resource;
  }

  private Resource withoutFreeText(Resource resource) {
    var terser = context.newTerser();
    terser
        .getAllPopulatedChildElementsOfType(resource, Coding.class)
        .forEach(coding -> coding.setDisplay(null));
    terser
        .getAllPopulatedChildElementsOfType(resource, Quantity.class)
        .forEach(TypedResources::unitFromCode);
    if (resource instanceof DomainResource domain) {
      domain.setText(null);
      domain.getContained().forEach(this::withoutFreeText);
    }
    return resource;
  }

  private static void unitFromCode(Quantity quantity) {
    if (quantity.hasUnit()) {
      quantity.setUnit(quantity.getCode());
    }
  }
}
