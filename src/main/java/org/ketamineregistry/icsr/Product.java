package org.ketamineregistry.icsr;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * A product: a code, or a contained medication that names the lot too.
 *
 * @param name G.k.2.2, what the product code is called, else the substance or class
 * @param substance which of the three substances; null where it is none
 * @param word what the substance is called (G.k.2.3.r.1); null where it is none
 * @param lot G.k.4.r.7; null where nobody says it
 */
record Product(
    String name, @Nullable Coding substance, @Nullable String word, @Nullable String lot) {
  static final String SUBSTANCES = "ketamine-substance-cs";
  static final String CLASSES = "medication-class-cs";

  /** The product that a record names. */
  static Product of(DomainResource holder, Type medication, Lexicon lexicon) {
    if (medication instanceof CodeableConcept code) {
      return of(code, null, lexicon);
    }
    return holder.getContained().stream()
        .filter(Medication.class::isInstance)
        .map(Medication.class::cast)
        .filter(one -> isMeant(medication, one))
        .findFirst()
        .map(one -> of(one.getCode(), one.getBatch().getLotNumber(), lexicon))
        .orElseGet(() -> new Product("", null, null, null));
  }

  private static boolean isMeant(Type medication, Medication contained) {
    return medication instanceof Reference reference
        && ("#" + contained.getIdElement().getIdPart().replace("#", ""))
            .equals(reference.getReference());
  }

  private static Product of(CodeableConcept code, @Nullable String lot, Lexicon lexicon) {
    List<Coding> codings = code.getCoding();
    Coding substance =
        codings.stream().filter(one -> lexicon.has(SUBSTANCES, one)).findFirst().orElse(null);
    Coding kind =
        codings.stream().filter(one -> lexicon.has(CLASSES, one)).findFirst().orElse(substance);
    String name =
        codings.stream()
            .filter(one -> !one.equals(kind) && !one.equals(substance) && one.hasDisplay())
            .map(Coding::getDisplay)
            .findFirst()
            .orElseGet(() -> kind == null ? "" : lexicon.words(kind));
    return new Product(name, substance, substance == null ? null : lexicon.words(substance), lot);
  }
}
