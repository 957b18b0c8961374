package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.ehr.Ehr;

/** A case report and the records that tell it are a document of FHIR (R9). */
class CaseDocumentTest {
  private static final String TEXT = Ehr.file("Bundle-case-report-document");
  private static final Bundle DOCUMENT =
      FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, TEXT);

  @Test
  void isValid() {
    assertThat(ProfileCheck.errors(TEXT)).isEmpty();
  }

  @Test
  void beginsWithTheReport() {
    assertThat(DOCUMENT.getType()).isEqualTo(BundleType.DOCUMENT);
    assertThat(DOCUMENT.getEntryFirstRep().getResource()).isInstanceOf(Composition.class);
    assertThat(DOCUMENT.hasTimestamp()).isTrue();
    assertThat(DOCUMENT.getIdentifier().hasValue()).isTrue();
  }

  @Test
  void hasEverythingThatTheReportRefersToAndNothingElse() {
    var report = (Composition) DOCUMENT.getEntryFirstRep().getResource();
    List<String> referred =
        Stream.concat(
                Stream.of(report.getSubject(), report.getAuthorFirstRep()),
                report.getSection().stream().flatMap(section -> section.getEntry().stream()))
            .map(Reference::getReference)
            .distinct()
            .toList();
    assertThat(DOCUMENT.getEntry().stream().skip(1).map(BundleEntryComponent::getFullUrl))
        .extracting(url -> url.replaceFirst("^https://registry.example/fhir/", ""))
        .containsExactlyInAnyOrderElementsOf(referred);
  }
}
