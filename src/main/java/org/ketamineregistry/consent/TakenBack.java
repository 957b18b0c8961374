package org.ketamineregistry.consent;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.consent.PermittedEntry.Plan;
import org.ketamineregistry.profiles.Canonical;
import org.ketamineregistry.refusal.Notice;

/** A record on file that is marked as one that should not exist, each type by its own means. */
final class TakenBack {
  private static final String ENTERED_IN_ERROR = "entered-in-error";
  private static final String NULLIFIED = Canonical.extension("nullified");

  private TakenBack() {}

  /** What its sender is told of it; nothing of any other entry. */
  static Optional<Notice> notice(PermittedEntry entry) {
    if (entry.plan() != Plan.UPDATE || !isMarked(entry.resource())) {
      return Optional.empty();
    }
    return Optional.of(
        new Notice(
            Notice.Code.RECORD_TAKEN_BACK,
            entry.validated().submitted().expression(),
            "The record is taken back: it counts in no rule and in no indicator, and its earlier"
                + " versions stay readable. Where that was not meant, send it again as it should"
                + " be."));
  }

  private static boolean isMarked(Resource resource) {
    if (resource instanceof Condition condition) {
      return isError(condition.getVerificationStatus());
    }
    Property status = resource.getNamedProperty("status");
    Stream<Base> values = status == null ? Stream.of() : status.getValues().stream();
    return values.anyMatch(value -> ENTERED_IN_ERROR.equals(value.primitiveValue()))
        || (resource instanceof DomainResource domain
            && domain.getExtensionsByUrl(NULLIFIED).stream()
                .anyMatch(extension -> "true".equals(extension.getValue().primitiveValue())));
  }

  private static boolean isError(CodeableConcept status) {
    return status.getCoding().stream().anyMatch(one -> ENTERED_IN_ERROR.equals(one.getCode()));
  }
}
