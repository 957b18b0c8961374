package org.ketamineregistry.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Resource;
import org.opencds.cqf.cql.engine.runtime.Tuple;

/**
 * At which clinic a unit counts, of which the CQL says nothing: that of the record; of a patient
 * that of the last session or supply of the period, or of the first dose where it is followed.
 */
final class ClinicOfUnit {
  private record Dated(String id, Instant moment) {}

  private static final Comparator<Dated> IN_ORDER =
      Comparator.comparing(Dated::moment).thenComparing(Dated::id);

  private final LoadedCohort cohort;
  private final List<Resource> records;
  private final Set<UUID> clinics = new HashSet<>();

  ClinicOfUnit(LoadedCohort cohort, List<Resource> records) {
    this.cohort = cohort;
    this.records = records;
    records.forEach(record -> clinics.add(clinic(record.getIdElement().getIdPart())));
  }

  UUID of(String unit, Measure measure) {
    if (cohort.clinics().containsKey(unit)) {
      return clinic(unit);
    }
    if (clinics.size() == 1) {
      return clinics.iterator().next();
    }
    List<Dated> dated = new ArrayList<>();
    switch (measure.getIdElement().getIdPart()) {
      case "patients-treated", "liver-function" -> dated.addAll(dated("Treated in Period"));
      case "craving-and-misuse", "review-overdue" -> {
        dated.addAll(dated("Treated in Period"));
        dated.addAll(dated("Supplied in Period"));
      }
      case "long-term-follow-up" -> {
        return clinic(dated("KetamineRecords", "Doses").stream().min(IN_ORDER).orElseThrow().id());
      }
      default -> throw new IllegalStateException("Whose is a patient of " + measure.getId() + "?");
    }
    return clinic(dated.stream().max(IN_ORDER).orElseThrow().id());
  }

  private UUID clinic(String id) {
    return Objects.requireNonNull(cohort.clinics().get(id));
  }

  private List<Dated> dated(String expression) {
    return dated("FollowUpIndicators", expression);
  }

  private List<Dated> dated(String library, String expression) {
    var cql = new Cql(library, cohort.counting().first(), cohort.counting().last(), records);
    Iterable<?> found = (Iterable<?>) Objects.requireNonNull(cql.value(expression));
    return StreamSupport.stream(found.spliterator(), false)
        .map(
            one ->
                one instanceof Resource record
                    ? record.getIdElement().getIdPart()
                    : (String) Objects.requireNonNull(((Tuple) one).getElement("id")))
        .map(id -> new Dated(id, moment(id)))
        .toList();
  }

  private Instant moment(String id) {
    Resource record =
        records.stream()
            .filter(one -> one.getIdElement().getIdPart().equals(id))
            .findFirst()
            .orElseThrow();
    if (record instanceof Encounter session) {
      return instant(session.getPeriod().getStartElement().getValueAsString());
    }
    if (record instanceof MedicationAdministration dose) {
      return instant(dose.getEffectivePeriod().getStartElement().getValueAsString());
    }
    return instant(((MedicationDispense) record).getWhenHandedOverElement().getValueAsString());
  }

  /** The first moment that a time may mean. */
  private static Instant instant(String written) {
    return written.length() > 10
        ? OffsetDateTime.parse(written).toInstant()
        : LocalDate.parse((written + "-01-01").substring(0, 10))
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
  }
}
