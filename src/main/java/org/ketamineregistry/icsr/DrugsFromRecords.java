package org.ketamineregistry.icsr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent.AdverseEventSuspectEntityComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Assessment;
import org.ketamineregistry.icsr.IcsrCase.Drug;
import org.ketamineregistry.icsr.IcsrCase.Named;
import org.ketamineregistry.icsr.IcsrCase.Reaction;

/** G.k, the drugs: each suspected entity of the event, then the other medicines of the time. */
final class DrugsFromRecords {
  static final String SUBSTANCES = "ketamine-substance-cs";
  static final String CLASSES = "medication-class-cs";
  static final String ACTIONS = "action-taken-cs";
  static final String RECHALLENGES = "rechallenge-outcome-cs";
  private static final String PREGNANCY_STATUS = "82810-3";
  private static final int OFF_LABEL = 11;

  /** G.k.10.r by the kind of event. */
  private static final Map<String, Integer> ADDITIONAL =
      Map.of("overdose", 2, "medication-error", 7, "misuse", 8);

  private final Lexicon lexicon;
  private final MeddraTerms terms;
  private final EventRecords records;
  private final Reaction reaction;
  private final @Nullable EpisodeOfCare course;

  DrugsFromRecords(Lexicon lexicon, MeddraTerms terms, EventRecords records, Reaction reaction) {
    this.lexicon = lexicon;
    this.terms = terms;
    this.records = records;
    this.reaction = reaction;
    course = records.course().orElse(null);
  }

  List<Drug> all() {
    var all = new ArrayList<Drug>();
    var suspected = new ArrayList<MedicationStatement>();
    for (AdverseEventSuspectEntityComponent suspect : records.event().getSuspectEntity()) {
      all.add(suspected(suspect));
      records.found(suspect.getInstance(), MedicationStatement.class).ifPresent(suspected::add);
    }
    records
        .statements()
        .filter(statement -> isOfTheTime(statement, reaction) && !suspected.contains(statement))
        .map(
            statement -> product(statement.getMedicationCodeableConcept()).drug(IcsrCase.CONCOMITANT))
        .sorted(Comparator.comparing(Drug::name))
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

  /** A product, as a code or as a contained medication that names the lot too. */
  private record Product(
      String name, @Nullable Coding substance, @Nullable String word, @Nullable String lot) {
    Drug drug(int role) {
      return new Drug(
          role, name, word, null, null, null, null, null, null, null, null, List.of());
    }
  }

  private Product product(CodeableConcept code) {
    return product(code, null);
  }

  private Product product(CodeableConcept code, @Nullable String lot) {
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
    return new Product(
        name, substance, substance == null ? null : lexicon.words(substance), lot);
  }

  private Product product(DomainResource holder, Type medication) {
    if (medication instanceof CodeableConcept code) {
      return product(code);
    }
    return holder.getContained().stream()
        .filter(Medication.class::isInstance)
        .map(Medication.class::cast)
        .filter(one -> isMeant(medication, one))
        .findFirst()
        .map(one -> product(one.getCode(), one.getBatch().getLotNumber()))
        .orElseGet(() -> product(new CodeableConcept()));
  }

  private static boolean isMeant(Type medication, Medication contained) {
    return medication instanceof Reference reference
        && ("#" + contained.getIdElement().getIdPart().replace("#", ""))
            .equals(reference.getReference());
  }

  private Drug suspected(AdverseEventSuspectEntityComponent suspect) {
    var dose = records.found(suspect.getInstance(), MedicationAdministration.class);
    var statement = records.found(suspect.getInstance(), MedicationStatement.class);
    if (dose.isPresent()) {
      Product product = product(dose.get(), dose.get().getMedication());
      return pair(suspect, product, dosage(dose.get(), product), dose.get());
    }
    if (statement.isPresent()) {
      return pair(
          suspect, product(statement.get().getMedicationCodeableConcept()), null, null);
    }
    Product product = product(records.event(), suspect.getInstance());
    return pair(suspect, product, supplied(product), null);
  }

  private Drug pair(
      AdverseEventSuspectEntityComponent suspect,
      Product product,
      IcsrCase.@Nullable Dosage dosage,
      @Nullable MedicationAdministration dose) {
    boolean ketamine = product.substance() != null;
    return new Drug(
        IcsrCase.SUSPECT,
        product.name(),
        product.word(),
        ketamine ? reaction.country() : null,
        dosage,
        dose == null ? null : cumulative(dose, product),
        dose == null ? null : gestation(dose),
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

  private IcsrCase.Dosage dosage(MedicationAdministration dose, Product product) {
    return new IcsrCase.Dosage(
        Elements.amount(dose.getDosage().getDose()),
        Elements.date(dose.getEffectivePeriod().getStartElement()),
        Elements.date(dose.getEffectivePeriod().getEndElement()),
        product.lot(),
        lexicon.words(dose.getDosage().getRoute()));
  }

  /** The dosage of the latest supply of the product before the reaction. */
  private IcsrCase.@Nullable Dosage supplied(Product product) {
    Optional<IcsrCase.Dosage> supply =
        records.supplies().filter(this::isBefore).flatMap(one -> of(one, product)).findFirst();
    return supply.orElseGet(
        () ->
            product.lot() == null
                ? null
                : new IcsrCase.Dosage(null, null, null, product.lot(), null));
  }

  private boolean isBefore(MedicationDispense supply) {
    String handed = Elements.date(supply.getWhenHandedOverElement());
    return handed != null
        && reaction.start() != null
        && E2bDate.isNotAfter(handed, reaction.start());
  }

  private Stream<IcsrCase.Dosage> of(MedicationDispense supply, Product suspected) {
    Product product = product(supply, supply.getMedication());
    boolean same =
        Objects.equals(product.word(), suspected.word())
            && (suspected.lot() == null || suspected.lot().equals(product.lot()));
    if (!same) {
      return Stream.empty();
    }
    Dosage instruction = supply.getDosageInstructionFirstRep();
    return Stream.of(
        new IcsrCase.Dosage(
            instruction.getDoseAndRateFirstRep().getDose() instanceof Quantity each
                ? Elements.amount(each)
                : null,
            Elements.date(supply.getWhenHandedOverElement()),
            null,
            product.lot(),
            lexicon.words(instruction.getRoute())));
  }

  /** G.k.5: of the same substance and route, from the beginning of the course to the reaction. */
  private @Nullable Amount cumulative(MedicationAdministration suspected, Product product) {
    if (course == null || reaction.start() == null) {
      return null;
    }
    String route = Elements.code(suspected.getDosage().getRoute());
    return given(records, course, reaction.start())
        .filter(dose -> Objects.equals(Elements.code(dose.getDosage().getRoute()), route))
        .filter(
            dose -> Objects.equals(product(dose, dose.getMedication()).word(), product.word()))
        .map(dose -> dose.getDosage().getDose().getValue())
        .reduce(BigDecimal::add)
        .map(sum -> new Amount(Elements.number(sum), "mg"))
        .orElse(null);
  }

  /** What was given in a course until a date. */
  static Stream<MedicationAdministration> given(
      EventRecords records, EpisodeOfCare course, String until) {
    String from = Elements.date(course.getPeriod().getStartElement());
    return records.administrations().stream()
        .filter(
            dose -> {
              String start = Elements.date(dose.getEffectivePeriod().getStartElement());
              return start != null
                  && (from == null || E2bDate.isNotAfter(from, start))
                  && E2bDate.isNotAfter(start, until);
            });
  }

  /** G.k.6: the gestational age when it was determined, and the days from then to the dose. */
  private @Nullable Amount gestation(MedicationAdministration dose) {
    String start = Elements.date(dose.getEffectivePeriod().getStartElement());
    return start == null
        ? null
        : records
            .latest(PREGNANCY_STATUS, start)
            .filter(status -> status.getComponentFirstRep().getValue() instanceof Quantity)
            .map(
                status -> {
                  Quantity age = status.getComponentFirstRep().getValueQuantity();
                  String made = Objects.requireNonNull(Elements.date(status.getEffective()));
                  LocalDate from = Objects.requireNonNull(E2bDate.day(made));
                  long days = ChronoUnit.DAYS.between(from, E2bDate.day(start));
                  boolean weeks = age.getCode().equals("wk");
                  long since = weeks ? days / 7 : days;
                  return new Amount(
                      Elements.number(age.getValue().add(BigDecimal.valueOf(since))),
                      age.getCode());
                })
            .orElse(null);
  }

  private @Nullable Named indication() {
    return course == null
        ? null
        : Elements.extension(course, "indication")
            .map(CodeableConcept.class::cast)
            .map(concept -> terms.named(concept.getCodingFirstRep(), lexicon))
            .orElse(null);
  }

  private List<Integer> additional(Product product, IcsrCase.@Nullable Dosage dosage) {
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
  private boolean isOffLabel(Product product, IcsrCase.@Nullable Dosage dosage) {
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
