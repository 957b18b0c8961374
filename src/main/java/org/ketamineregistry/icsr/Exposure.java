package org.ketamineregistry.icsr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.icsr.IcsrCase.Amount;
import org.ketamineregistry.icsr.IcsrCase.Reaction;
import org.ketamineregistry.icsr.IcsrDrug.Dosage;

/** How a patient was exposed to a suspected drug until the reaction. */
final class Exposure {
  private static final String PREGNANCY_STATUS = "82810-3";

  private final Lexicon lexicon;
  private final EventRecords records;
  private final Reaction reaction;
  private final @Nullable EpisodeOfCare course;

  Exposure(
      Lexicon lexicon, EventRecords records, Reaction reaction, @Nullable EpisodeOfCare course) {
    this.lexicon = lexicon;
    this.records = records;
    this.reaction = reaction;
    this.course = course;
  }

  /** The dosage of an administration. */
  Dosage given(MedicationAdministration dose, Product product) {
    return new Dosage(
        Elements.amount(dose.getDosage().getDose()),
        Elements.date(dose.getEffectivePeriod().getStartElement()),
        Elements.date(dose.getEffectivePeriod().getEndElement()),
        product.lot(),
        lexicon.words(dose.getDosage().getRoute()));
  }

  /** The dosage of the latest supply of the product before the reaction. */
  @Nullable Dosage supplied(Product product) {
    Optional<Dosage> supply =
        records.supplies().filter(this::isBefore).flatMap(one -> of(one, product)).findFirst();
    return supply.orElseGet(
        () -> product.lot() == null ? null : new Dosage(null, null, null, product.lot(), null));
  }

  private boolean isBefore(MedicationDispense supply) {
    String handed = Elements.date(supply.getWhenHandedOverElement());
    return handed != null
        && reaction.start() != null
        && E2bDate.isNotAfter(handed, reaction.start());
  }

  private Stream<Dosage> of(MedicationDispense supply, Product suspected) {
    Product product = Product.of(supply, supply.getMedication(), lexicon);
    boolean same =
        Objects.equals(product.word(), suspected.word())
            && (suspected.lot() == null || suspected.lot().equals(product.lot()));
    if (!same) {
      return Stream.empty();
    }
    var instruction = supply.getDosageInstructionFirstRep();
    return Stream.of(
        new Dosage(
            instruction.getDoseAndRateFirstRep().getDose() instanceof Quantity each
                ? Elements.amount(each)
                : null,
            Elements.date(supply.getWhenHandedOverElement()),
            null,
            product.lot(),
            lexicon.words(instruction.getRoute())));
  }

  /** G.k.5: of the same substance and route, from the beginning of the course to the reaction. */
  @Nullable Amount cumulative(MedicationAdministration suspected, Product product) {
    if (course == null || reaction.start() == null) {
      return null;
    }
    String route = Elements.code(suspected.getDosage().getRoute());
    return given(records, course, reaction.start())
        .filter(dose -> Objects.equals(Elements.code(dose.getDosage().getRoute()), route))
        .filter(
            dose ->
                Objects.equals(
                    Product.of(dose, dose.getMedication(), lexicon).word(), product.word()))
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
  @Nullable Amount gestation(MedicationAdministration dose) {
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
}
