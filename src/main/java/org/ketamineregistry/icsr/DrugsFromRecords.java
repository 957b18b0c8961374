package org.ketamineregistry.icsr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventSuspectEntityComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Reaction;
import org.ketamineregistry.icsr.IcsrDrug.Assessment;

/** G.k, the drugs: each suspected entity of the event, then the other medicines of the time. */
final class DrugsFromRecords {
  static final String ACTIONS = "action-taken-cs";
  static final String RECHALLENGES = "rechallenge-outcome-cs";
  private static final int OFF_LABEL = 11;

  /** G.k.10.r by the kind of event. */
  private static final Map<String, Integer> ADDITIONAL =
      Map.of("overdose", 2, "medication-error", 7, "misuse", 8);

  private final Lexicon lexicon;
  private final MeddraTerms terms;
  private final EventRecords records;
  private final Reaction reaction;
  private final @Nullable EpisodeOfCare course;
  private final Exposure exposure;

  DrugsFromRecords(Lexicon lexicon, MeddraTerms terms, EventRecords records, Reaction reaction) {
    this.lexicon = lexicon;
    this.terms = terms;
    this.records = records;
    this.reaction = reaction;
    course = records.course().orElse(null);
    exposure = new Exposure(lexicon, records, reaction, course);
  }

  List<IcsrDrug> all() {
    var all = new ArrayList<IcsrDrug>();
    var suspected = new ArrayList<MedicationStatement>();
    for (AdverseEventSuspectEntityComponent suspect : records.event().getSuspectEntity()) {
      all.add(suspected(suspect));
      records.found(suspect.getInstance(), MedicationStatement.class).ifPresent(suspected::add);
    }
    records
        .statements()
        .filter(statement -> isOfTheTime(statement, reaction) && !suspected.contains(statement))
        .map(this::concomitant)
        .sorted(Comparator.comparing(IcsrDrug::name))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** Whether a medicine was taken when the reaction began. */
  static boolean isOfTheTime(MedicationStatement statement, Reaction reaction) {
    if (reaction.start() == null || !statement.hasMedicationCodeableConcept()) {
      return false;
    }
    String from = Elements.date(statement.getEffectivePeriod().getStartElement());
    String until = Elements.date(statement.getEffectivePeriod().getEndElement());
    boolean ended = until != null && !E2bDate.isNotAfter(reaction.start(), until);
    return (from == null || E2bDate.isNotAfter(from, reaction.start()))
        && !ended
        && (until != null || statement.getStatus().toCode().equals("active"));
  }

  private IcsrDrug concomitant(MedicationStatement statement) {
    Product product = Product.of(statement, statement.getMedication(), lexicon);
    return new IcsrDrug(
        IcsrCase.CONCOMITANT,
        product.name(),
        product.word(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private IcsrDrug suspected(AdverseEventSuspectEntityComponent suspect) {
    var dose = records.found(suspect.getInstance(), MedicationAdministration.class);
    var statement = records.found(suspect.getInstance(), MedicationStatement.class);
    if (dose.isPresent()) {
      Product product = Product.of(dose.get(), dose.get().getMedication(), lexicon);
      return pair(suspect, product, exposure.given(dose.get(), product), dose.get());
    }
    if (statement.isPresent()) {
      return pair(
          suspect,
          Product.of(statement.get(), statement.get().getMedication(), lexicon),
          null,
          null);
    }
    Product product = Product.of(records.event(), suspect.getInstance(), lexicon);
    return pair(suspect, product, exposure.supplied(product), null);
  }

  private IcsrDrug pair(
      AdverseEventSuspectEntityComponent suspect,
      Product product,
      IcsrDrug.@Nullable Dosage dosage,
      @Nullable MedicationAdministration dose) {
    boolean ketamine = product.substance() != null;
    return new IcsrDrug(
        IcsrCase.SUSPECT,
        product.name(),
        product.word(),
        ketamine ? reaction.country() : null,
        dosage,
        dose == null ? null : exposure.cumulative(dose, product),
        dose == null ? null : exposure.gestation(dose),
        ketamine ? indication() : null,
        lexicon.number(ACTIONS, Elements.text(suspect, "action-taken")),
        assessment(suspect),
        lexicon.number(RECHALLENGES, Elements.text(suspect, "rechallenge-outcome")),
        ketamine ? additional(product, dosage) : List.of());
  }

  private @Nullable Assessment assessment(AdverseEventSuspectEntityComponent suspect) {
    if (!suspect.hasCausality()) {
      return null;
    }
    return new Assessment(
        lexicon.words(suspect.getCausalityFirstRep().getMethod()),
        lexicon.words(suspect.getCausalityFirstRep().getAssessment()));
  }

  private @Nullable Named indication() {
    return course == null
        ? null
        : Elements.extension(course, "indication")
            .map(CodeableConcept.class::cast)
            .map(concept -> terms.named(concept.getCodingFirstRep(), lexicon))
            .orElse(null);
  }

  private List<Integer> additional(Product product, IcsrDrug.@Nullable Dosage dosage) {
    Stream<Integer> kinds =
        records.event().getEvent().getCoding().stream()
            .map(Coding::getCode)
            .flatMap(code -> Optional.ofNullable(ADDITIONAL.get(code)).stream());
    Stream<Integer> use = isOffLabel(product, dosage) ? Stream.of(OFF_LABEL) : Stream.empty();
    return Stream.concat(kinds, use).distinct().sorted().toList();
  }

  /**
   * Only esketamine as a nasal spray against depression that resists treatment is licensed, in the
   * jurisdictions whose rules the guide has.
   */
  private boolean isOffLabel(Product product, IcsrDrug.@Nullable Dosage dosage) {
    boolean spray =
        product.substance() != null
            && "esketamine".equals(product.substance().getCode())
            && dosage != null
            && "Nasal route".equals(dosage.route());
    boolean resistant =
        course != null
            && Elements.extension(course, "indication")
                .map(CodeableConcept.class::cast)
                .filter(concept -> Elements.has(concept, "treatment-resistant-depression"))
                .isPresent();
    return !(spray && resistant);
  }
}
