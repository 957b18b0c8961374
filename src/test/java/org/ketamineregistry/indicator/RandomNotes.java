package org.ketamineregistry.indicator;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The records of a patient whom chance has made, awkward on purpose, by a seed. */
public final class RandomNotes {
  private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2026-08-20T08:00:00Z");
  private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final int[] OFFSETS = {0, 1, 2, 12, -10};
  private static final List<String> SUBSTANCES =
      List.of("racemic-ketamine", "racemic-ketamine", "racemic-ketamine", "esketamine");
  private static final List<String> ROUTES =
      List.of(CaseNotes.INTRAVENOUS, CaseNotes.INTRAVENOUS, CaseNotes.NASAL);
  private static final List<String> INSTRUMENTS =
      List.of("madrs-total", "madrs-total", "44261-6", "ham-d17-total", "qids-sr16-total");
  private static final List<String> TERMS =
      List.of("dissociation", "craving", "misuse", "diversion", "dependence", "something-else");
  // Around the bounds of a baseline, in seconds before a dose.
  private static final long[] BEFORE = {0, 60, 604_800, 604_800, 604_801};
  // Around the bounds of the windows, in seconds after a dose.
  private static final long[] WINDOWS = {
    3_600, 71_999, 72_000, 86_400, 172_799, 172_800, 300_000, 431_999, 432_000, 604_800, 864_000,
    1_209_600, 1_500_000, 1_814_399, 1_814_400, 2_400_000
  };

  // Around the bounds of the period of the test.
  private static final List<String> EDGES =
      List.of(
          "2026-09-30T12:00:00Z",
          "2026-09-30T23:59:59Z",
          "2026-10-01T00:00:00Z",
          "2026-12-31T12:00:00Z",
          "2026-12-31T23:59:59Z",
          "2027-01-01T00:00:00Z");

  private final Random random;
  private final String name;
  private final CaseNotes notes = CaseNotes.ofAPatient();
  private final List<OffsetDateTime> doses = new ArrayList<>();
  private final Map<Instant, String> places = new HashMap<>();
  private final int turn;
  private int number;

  private RandomNotes(long seed, String name, int turn) {
    random = new Random(seed);
    this.name = name;
    this.turn = turn;
  }

  /** The records of a patient, with ids as the registry gives them. */
  public static List<Resource> of(long seed, String name) {
    return new RandomNotes(seed, name, 0).records();
  }

  /**
   * The records of a patient who has what one kind of indicator looks at, at its bounds, and little
   * else that could hide it.
   *
   * @param turn how many of that kind there were before
   */
  static List<Resource> about(
      BiConsumer<RandomNotes, CaseNotes> theme, long seed, String name, int turn) {
    var made = new RandomNotes(seed, name, turn);
    made.patient();
    theme.accept(made, made.notes);
    return own(made.notes.records(), name);
  }

  private void patient() {
    Patient patient = (Patient) notes.record("patient");
    if (chance(5)) {
      patient.setGender(null);
    } else if (chance(2)) {
      patient.setGender(AdministrativeGender.MALE);
    }
    if (chance(8)) {
      patient.setBirthDateElement(null);
    } else {
      patient.setBirthDateElement(new DateType(Integer.toString(1946 + random.nextInt(64))));
    }
    notes.course("course-1").course("course-2").course("course-3").course("course-4");
  }

  private List<Resource> records() {
    patient();
    if (chance(8)) {
      ((EpisodeOfCare) notes.record("course-2")).setStatus(EpisodeOfCareStatus.ENTEREDINERROR);
    }
    if (chance(2)) {
      notes.incentive("course-1", chance(2));
    }
    OffsetDateTime at = BEGIN.plusDays(random.nextInt(60));
    for (int i = 0; i < random.nextInt(3); i++) {
      weight(at.minusDays(random.nextInt(10)));
    }
    for (int i = 0; i < random.nextInt(9); i++) {
      session(at);
      at = at.plusDays(1 + random.nextInt(12)).plusMinutes(random.nextInt(900));
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      supply(near());
    }
    // Whom nobody asks but two years later.
    boolean quiet = chance(3);
    for (int i = 0; !quiet && i < random.nextInt(14); i++) {
      score(INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size())), 40);
    }
    for (int i = random.nextInt(3); !quiet && i > 0 && !doses.isEmpty(); i--) {
      arc(INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size())));
    }
    for (int i = 0; !quiet && i < random.nextInt(4); i++) {
      score("icsi-total", 12);
    }
    for (int i = 0; i < random.nextInt(5) && !doses.isEmpty(); i++) {
      event();
    }
    new RandomFollowUp(this, notes).add(quiet);
    new RandomPractice(this, notes).add();
    return own(notes.records(), name);
  }

  private void session(OffsetDateTime at) {
    String id = id("session");
    notes.session(id, chance(4) ? "course-2" : "course-1", text(at));
    if (chance(10)) {
      notes.status(id, chance(2) ? EncounterStatus.CANCELLED : EncounterStatus.ENTEREDINERROR);
    }
    int given = chance(8) ? 0 : chance(4) ? 2 : 1;
    for (int i = 0; i < given; i++) {
      OffsetDateTime moment = at.plusMinutes(chance(6) ? 0 : 5L * (i + 1));
      String dose = id("dose");
      notes.dose(
          dose,
          id,
          text(moment),
          20 + random.nextInt(90),
          SUBSTANCES.get(random.nextInt(SUBSTANCES.size())),
          ROUTES.get(random.nextInt(ROUTES.size())));
      doses.add(moment);
      switch (random.nextInt(12)) {
        case 0 -> notes.status(dose, MedicationAdministrationStatus.NOTDONE);
        case 1 -> notes.status(dose, MedicationAdministrationStatus.ENTEREDINERROR);
        case 2 -> notes.status(dose, MedicationAdministrationStatus.INPROGRESS);
        case 3 -> notes.stopped(dose, "adverse-effect");
        case 4 -> notes.stopped(dose, "technical-problem");
        case 5 -> notes.status(dose, MedicationAdministrationStatus.STOPPED);
        default -> {
          // It was completed.
        }
      }
    }
    if (chance(4)) {
      weight(at.minusMinutes(chance(2) ? 0 : 30));
    }
    for (String timing : List.of("before", "before", "during", "after")) {
      if (!chance(3)) {
        pressure(id, timing, at);
      }
    }
  }

  private void weight(OffsetDateTime at) {
    String id = id("weight");
    notes.weight(id, text(at), 45 + random.nextInt(60));
    if (chance(6)) {
      notes.inError(id);
    } else if (chance(5)) {
      notes.weight(id("weight"), text(at), 45 + random.nextInt(60));
    }
  }

  private void pressure(String session, String timing, OffsetDateTime at) {
    String id = id("pressure");
    OffsetDateTime moment = timing.equals("before") ? at.minusMinutes(random.nextInt(2)) : at;
    notes.pressure(
        id,
        session,
        timing,
        text(moment),
        110 + 10 * random.nextInt(6),
        70 + 5 * random.nextInt(7));
    if (chance(10)) {
      notes.inError(id);
    }
  }

  private void supply(OffsetDateTime at) {
    notes.supply(id("supply"), text(at), 100 + random.nextInt(900), 1 + random.nextInt(20));
  }

  private void score(String instrument, int most) {
    String id = id("score");
    OffsetDateTime at = near();
    boolean hours = chance(2);
    int recall =
        hours ? List.of(1, 24).get(random.nextInt(2)) : List.of(1, 7, 14).get(random.nextInt(3));
    notes.score(id, instrument, text(at), random.nextInt(most), recall, hours ? "h" : "d");
    if (chance(10)) {
      notes.inError(id);
    } else if (chance(6)) {
      notes.corrected(id);
    } else if (chance(3)) {
      notes.score(
          id("score"), instrument, text(at), random.nextInt(most), recall, hours ? "h" : "d");
    }
  }

  /** High before the first dose, low after one, and then whatever comes. */
  private void arc(String instrument) {
    OffsetDateTime first = doses.get(0);
    notes.score(
        id("score"),
        instrument,
        text(first.minusSeconds(BEFORE[random.nextInt(BEFORE.length)])),
        30 + random.nextInt(9),
        7,
        "d");
    OffsetDateTime low = doses.get(random.nextInt(doses.size())).plusHours(24 + random.nextInt(48));
    notes.score(id("score"), instrument, text(low), random.nextInt(14), 1, "h");
    for (int i = 0; i < 3; i++) {
      OffsetDateTime later =
          chance(3)
              ? low.plusSeconds(1_209_600 + random.nextInt(2))
              : low.plusHours(20 + random.nextInt(300));
      notes.score(id("score"), instrument, text(later), 5 + random.nextInt(30), 1, "h");
    }
    if (!chance(4)) {
      suicidality(low);
    }
  }

  /** At a response, a second or some days after it, or about the end of the 14 days. */
  private void suicidality(OffsetDateTime response) {
    String id = id("suicidality");
    OffsetDateTime at =
        switch (random.nextInt(5)) {
          case 0 -> response;
          case 1 -> response.plusSeconds(1);
          case 2 -> response.plusDays(random.nextInt(14));
          default -> response.plusDays(14).plusHours(random.nextInt(48) - 24);
        };
    notes.suicidality(id, text(at));
    if (chance(8)) {
      notes.inError(id);
    }
  }

  private void event() {
    String id = id("event");
    OffsetDateTime at = near();
    String when = chance(3) ? text(at).substring(0, chance(4) ? 7 : 10) : text(at);
    notes.event(id, TERMS.get(random.nextInt(TERMS.size())), when, chance(3));
    if (chance(3)) {
      notes.of(id, "session-" + random.nextInt(Math.max(1, number)));
    }
    if (chance(2)) {
      notes.grade(id, "C4133" + (8 + random.nextInt(2)));
    }
    if (chance(6)) {
      notes.nullified(id);
    }
  }

  /** Shortly before or after a dose, mostly at the bound of a window. */
  OffsetDateTime near() {
    if (doses.isEmpty()) {
      return BEGIN.plusDays(random.nextInt(120));
    }
    OffsetDateTime dose = doses.get(random.nextInt(doses.size()));
    return switch (random.nextInt(5)) {
      case 0 -> dose.minusSeconds(BEFORE[random.nextInt(BEFORE.length)]);
      case 1 -> dose.plusSeconds(random.nextInt(2_600_000));
      default -> dose.plusSeconds(WINDOWS[random.nextInt(WINDOWS.length)]);
    };
  }

  /** The same moment, as clocks of some place show it; nobody is at two places at once. */
  String text(OffsetDateTime at) {
    var moment = at.truncatedTo(ChronoUnit.SECONDS);
    return places.computeIfAbsent(
        moment.toInstant(), same -> moment.withOffsetSameInstant(offset()).format(ISO));
  }

  String id(String kind) {
    return kind + "-" + number++;
  }

  /** At a bound of the period. */
  OffsetDateTime edge() {
    return OffsetDateTime.parse(of(EDGES));
  }

  /** The first dose, or some dose, or any time where there is none. */
  OffsetDateTime firstDose() {
    return doses.isEmpty()
        ? BEGIN.plusDays(random.nextInt(120))
        : doses.get(chance(3) ? random.nextInt(doses.size()) : 0);
  }

  /** One after another, person by person. */
  <T> T inTurn(List<T> some) {
    return inTurn(some, 1);
  }

  /** One after another, each for some persons. */
  <T> T inTurn(List<T> some, int each) {
    return some.get(turn / each % some.size());
  }

  /** Whether it is one of the first two of a theme, who are one person. */
  boolean isEarly() {
    return turn < 2;
  }

  /** A time of a day, by the calendar and the clock of some place. */
  String on(LocalDate day, String time) {
    String text;
    do {
      text = day.atTime(LocalTime.parse(time)).atOffset(offset()).format(ISO);
    } while (!text.equals(
        places.merge(OffsetDateTime.parse(text).toInstant(), text, (was, other) -> was)));
    return text;
  }

  private ZoneOffset offset() {
    return ZoneOffset.ofHours(OFFSETS[random.nextInt(OFFSETS.length)]);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int of) {
    return chance(of);
  }

  <T> T of(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  /** The same records with ids and references as the registry gives them. */
  static List<Resource> own(List<Resource> records, String name) {
    return records.stream().map(record -> own(record, name)).toList();
  }

  /**
   * Lets about a half of the references name a record of another person, as nobody should write
   * them.
   */
  static void stray(List<Resource> records, List<Resource> others, Random random) {
    for (Resource record : records) {
      for (Reference reference :
          FhirContext.forR4Cached()
              .newTerser()
              .getAllPopulatedChildElementsOfType(record, Reference.class)) {
        String type = reference.getReference().split("/", 2)[0];
        List<String> candidates =
            others.stream()
                .filter(other -> other.fhirType().equals(type) && !type.equals("Patient"))
                .map(other -> type + "/" + other.getIdElement().getIdPart())
                .toList();
        if (!candidates.isEmpty() && random.nextBoolean()) {
          reference.setReference(candidates.get(random.nextInt(candidates.size())));
        }
      }
    }
  }

  /**
   * Lets each reference to records of a type name that of another person which stands at the same
   * place among those of its type.
   *
   * @param first the place from which on they are misplaced, from 0
   */
  static void misplace(List<Resource> records, List<Resource> others, String type, int first) {
    List<String> own = ids(records, type);
    List<String> other = ids(others, type);
    for (Resource record : records) {
      for (Reference reference :
          FhirContext.forR4Cached()
              .newTerser()
              .getAllPopulatedChildElementsOfType(record, Reference.class)) {
        int place = own.indexOf(reference.getReference());
        if (place >= first && place < other.size()) {
          reference.setReference(other.get(place));
        }
      }
    }
  }

  private static List<String> ids(List<Resource> records, String type) {
    return records.stream()
        .filter(record -> record.fhirType().equals(type))
        .map(record -> type + "/" + record.getIdElement().getIdPart())
        .toList();
  }

  private static Resource own(Resource resource, String name) {
    Resource copy = resource.copy();
    copy.setId(resource.fhirType() + "/" + uuid(name, resource.getIdElement().getIdPart()));
    for (Reference reference :
        FhirContext.forR4Cached()
            .newTerser()
            .getAllPopulatedChildElementsOfType(copy, Reference.class)) {
      String[] parts = reference.getReference().split("/", 2);
      reference.setReference(parts[0] + "/" + uuid(name, parts[1]));
    }
    return copy;
  }

  private static UUID uuid(String name, String id) {
    return UUID.nameUUIDFromBytes((name + "/" + id).getBytes(StandardCharsets.UTF_8));
  }
}
