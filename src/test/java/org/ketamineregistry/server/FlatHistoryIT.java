package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.projection.FlatViews;
import org.ketamineregistry.store.FlatVerification;
import org.ketamineregistry.store.ReviewRound;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Whatever happens to a registry, the flat tables that grew with it are those that a projection of
 * everything makes.
 */
@RegistryTest
class FlatHistoryIT {
  private static final int STEPS = 40;
  private static final String PSEUDONYM =
      "https://ketamine-registry.example/fhir/sid/registry-pseudonym";

  private final RegistryUnderTest registry;
  private final FlatViews views;
  private final FlatVerification verification;
  private final ReviewRound round;
  private final MovableClock clock;

  private final List<Ehr> patients = new ArrayList<>();
  private final List<String> records = new ArrayList<>();
  private final List<String> links = new ArrayList<>();

  FlatHistoryIT(
      RegistryUnderTest registry,
      FlatViews views,
      PlatformTransactionManager transactions,
      ReviewRound round,
      MovableClock clock) {
    this.registry = registry;
    this.views = views;
    this.round = round;
    this.clock = clock;
    verification = new FlatVerification(registry.jdbc(), transactions);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void incrementalAndFullProjectionAgree(long seed) {
    var random = new Random(seed);
    var done = new ArrayList<String>();
    List<Ehr> clinics = List.of(registry.register(Ehr.fresh()), registry.register(Ehr.fresh()));
    for (Ehr clinic : clinics) {
      enrol(clinic);
    }
    for (int step = 0; step < STEPS; step++) {
      String what = step(random, clinics);
      done.add(what);
    }
    clock.moveBack();

    assertThat(different()).as("seed %d after %s", seed, done).isEmpty();
    assertThat(
            registry.jdbc().queryForObject("SELECT count(*) FROM flat.administration", Long.class))
        .isPositive();
  }

  private String step(Random random, List<Ehr> clinics) {
    Ehr patient = patients.get(random.nextInt(patients.size()));
    switch (random.nextInt(10)) {
      case 0 -> enrol(clinics.get(random.nextInt(clinics.size())).nextPatient());
      case 1, 2 -> keep(registry.submit(patient.session()));
      case 3, 4, 5 -> {
        return correct(records.get(random.nextInt(records.size())), random);
      }
      case 6 ->
          keep(
              registry.submit(
                  Decision.aboutHolding(
                      patient,
                      random.nextBoolean() ? "deny" : "permit",
                      "2026-09-1%dT10:00:00Z".formatted(random.nextInt(10)))));
      case 7 -> link(patient, patients.get(random.nextInt(patients.size())));
      case 8 -> {
        if (links.isEmpty() || random.nextBoolean()) {
          clock.moveTo(Instant.parse("2027-0%d-01T08:00:00Z".formatted(1 + random.nextInt(9))));
          round.run();
          clock.moveBack();
          return "round";
        }
        parameters(
            "Patient/$unlink-pseudonyms",
            "{\"name\": \"link\", \"valueString\": \""
                + links.remove(random.nextInt(links.size()))
                + "\"}");
        return "unlink";
      }
      default -> {
        if (random.nextInt(3) > 0) {
          decide(random);
          return "decide";
        }
        erase(patient, random.nextBoolean());
        return "erase";
      }
    }
    return "step";
  }

  private void enrol(Ehr patient) {
    patients.add(patient);
    keep(registry.submit(patient.consultation()));
  }

  private void keep(HttpAnswer answer) {
    assertThat(answer.status()).as(answer.toString()).isLessThan(500);
    if (answer.status() < 300) {
      records.addAll(answer.locations());
    }
  }

  /** The same again, or another status or birth date; some of it is refused. */
  private String correct(String location, Random random) {
    HttpAnswer held = registry.get("/" + location);
    if (held.status() != 200) {
      return "gone";
    }
    Draft draft = Draft.of(held.text());
    Draft changed =
        switch (location.substring(0, location.indexOf('/'))) {
          case "Patient" -> draft.withText("/birthDate", "19%d".formatted(50 + random.nextInt(40)));
          case "Observation", "MedicationAdministration", "Encounter", "EpisodeOfCare" ->
              draft.withText("/status", random.nextBoolean() ? "entered-in-error" : "completed");
          case "Consent" -> draft.withText("/status", "inactive");
          default -> draft;
        };
    HttpAnswer answer = registry.put("/" + location, changed.text());
    assertThat(answer.status()).as(answer.toString()).isLessThan(500);
    return "correct " + location + " " + answer.status();
  }

  private void link(Ehr one, Ehr other) {
    HttpAnswer answer =
        parameters(
            "Patient/$link-pseudonyms",
            pseudonym("person", one) + ", " + pseudonym("same-as", other));
    if (answer.status() == 200) {
      links.add(Draft.of(answer.text()).string("/parameter/0/valueString"));
    }
  }

  private void decide(Random random) {
    List<String> findings =
        registry.jdbc().queryForList("SELECT id FROM registry.finding ORDER BY id", String.class);
    if (!findings.isEmpty()) {
      parameters(
          "DetectedIssue/" + findings.get(random.nextInt(findings.size())) + "/$decide",
          "{\"name\": \"decision\", \"valueCode\": \"explained\"}");
    }
  }

  private void erase(Ehr patient, boolean keepForSafety) {
    parameters(
        "Patient/$erase",
        String.join(
            ", ",
            pseudonym("person", patient),
            "{\"name\": \"reason\", \"valueCode\": \"objection\"}",
            "{\"name\": \"request\", \"valueIdentifier\": {\"system\": \"https://registry.example/files\", \"value\": \"E-1\"}}",
            "{\"name\": \"keep-for-safety\", \"valueBoolean\": " + keepForSafety + "}"));
  }

  private HttpAnswer parameters(String operation, String parameters) {
    HttpAnswer answer =
        registry.post(
            "/" + operation,
            "{\"resourceType\": \"Parameters\", \"parameter\": [" + parameters + "]}");
    assertThat(answer.status()).as(answer.toString()).isLessThan(500);
    return answer;
  }

  private static String pseudonym(String name, Ehr of) {
    return "{\"name\": \"%s\", \"valueIdentifier\": {\"system\": \"%s\", \"value\": \"%s\"}}"
        .formatted(name, PSEUDONYM, of.registryPseudonym());
  }

  private List<String> different() {
    return verification.verify(views).entrySet().stream()
        .flatMap(
            table -> table.getValue().different().stream().map(id -> table.getKey() + " " + id))
        .toList();
  }
}
