package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.access.Matrix;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Reach;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.identity.Identity;

/**
 * Walks every cell of the matrix over HTTP, with tokens of a real identity provider: what is
 * allowed is allowed, what is forbidden is a 403, and another clinic's record is the same 404 as
 * one that does not exist.
 */
@GuardedRegistryTest
class AccessMatrixIT {
  private static final Matrix MATRIX = PublishedMatrix.read();

  /** Which no cell speaks of. */
  private static final Set<String> FOREIGN = Set.of("Practitioner", "Communication", "Basic");

  private final Identity identity = Identity.provider();
  private final RegistryUnderTest registry;

  AccessMatrixIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  /** Two clinics with a record of every type, made once. */
  private record World(Ehr ehr, Map<String, String> own, Map<String, String> others) {}

  private static volatile @Nullable World world;

  private World world() {
    synchronized (AccessMatrixIT.class) {
      World made = world;
      if (made == null) {
        Ehr one = Ehr.fresh();
        made = new World(one, recordsOf(one), recordsOf(Ehr.fresh()));
        world = made;
      }
      return made;
    }
  }

  private Map<String, String> recordsOf(Ehr ehr) {
    RegistryUnderTest steward = as(Role.STEWARD, null);
    RegistryUnderTest clinic = as(Role.SUBMITTING_CLINIC, ehr);
    Map<String, String> records = new TreeMap<>();
    HttpAnswer registered = steward.submit(ehr.registration());
    AnswerAssert.assertThat(registered).isAccepted();
    records.put("Organization", registered.location("Organization"));
    HttpAnswer submitted =
        clinic.submit(
            ehr.transaction(
                "Composition-case-report-gb-1",
                "Provenance-import-provenance-gb-1",
                "ResearchSubject-study-subject-gb-1",
                "MedicationRequest-prescription-gb-1",
                "MedicationDispense-supply-gb-1",
                "Consent-sharing-consent-gb-1"));
    AnswerAssert.assertThat(submitted).isAccepted();
    submitted
        .locations()
        .forEach(location -> records.put(location.substring(0, location.indexOf('/')), location));
    records.put("Task", "Task/" + submitted.receipt());
    HttpAnswer subscribed =
        clinic.post("/Subscription", Ehr.file("Subscription-findings-of-a-clinic"));
    AnswerAssert.assertThat(subscribed).hasStatus(201);
    records.put("Subscription", subscribed.location("Subscription"));
    records.put(
        "DetectedIssue",
        "DetectedIssue/"
            + clinic
                .get("/DetectedIssue")
                .bundle()
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart());
    return records;
  }

  private RegistryUnderTest as(Role role, @Nullable Ehr ehr) {
    if (role == Role.PUBLIC) {
      return registry;
    }
    String clinic = role.isOfAClinic() && ehr != null ? ehr.clinicToken() : null;
    // The first in the order of the enum: stewards read records for public health, and the set has
    // another order in each run.
    Purpose purpose = role.purposes().stream().sorted().findFirst().orElseThrow();
    if (role == Role.CLINICIAN) {
      return registry.with(identity.personToken(role, clinic, purpose, "user/*.rs"));
    }
    String scope =
        switch (role) {
          case SUBMITTING_CLINIC, STEWARD -> "system/*.cruds";
          case AUDITOR -> "system/AuditEvent.rs";
          default -> "system/Measure.rs";
        };
    return registry.with(identity.token(role, clinic, purpose, scope));
  }

  static Stream<Arguments> rolesAndOperations() {
    return Stream.of(Role.values())
        .filter(role -> role != Role.OPEN)
        .flatMap(
            role -> Stream.of(Operation.values()).map(operation -> Arguments.of(role, operation)));
  }

  @ParameterizedTest
  @MethodSource("rolesAndOperations")
  void everyCellIsAsTheMatrixSays(Role role, Operation operation) {
    RegistryUnderTest caller =
        role == Role.ANALYST && operation == Operation.EXPORT_VIEWS
            ? registry.with(identity.token(role, null, Purpose.RESEARCH, "system/*.rs"))
            : as(role, world().ehr());
    var types = new TreeSet<>(MATRIX.types());
    types.addAll(FOREIGN);
    List<String> wrong = new ArrayList<>();
    for (String type : types) {
      String problem = problem(caller, role, operation, type);
      if (problem != null) {
        wrong.add(type + ": " + problem);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private @Nullable String problem(
      RegistryUnderTest caller, Role role, Operation operation, String type) {
    Reach reach = MATRIX.reach(role, operation, type);
    String own = world().own().get(type);
    String other = world().others().get(type);
    String absent = type + "/" + UUID.randomUUID();
    if (reach == Reach.NONE) {
      HttpAnswer denied = ask(caller, operation, type, own == null ? absent : own);
      return isDenied(denied, role, operation, type) ? null : "not denied, but " + denied.status();
    }
    HttpAnswer answer = ask(caller, operation, type, own == null ? absent : own);
    if (isForbidden(answer)) {
      return "forbidden, though it is allowed";
    }
    if (isReadOfOne(operation) && own != null && answer.status() != 200) {
      return "own record answered by " + answer.status();
    }
    if (operation == Operation.SEARCH && !type.equals("Task") && answer.status() != 200) {
      return "search answered by " + answer.status();
    }
    if (own == null || other == null) {
      return null;
    }
    return operation == Operation.SEARCH && answer.status() == 200
        ? foreignFound(answer, reach, other)
        : isReadOfOne(operation) ? foreignRead(caller, operation, type, reach, other) : null;
  }

  private static @Nullable String foreignFound(HttpAnswer answer, Reach reach, String other) {
    boolean found = answer.text().contains(other);
    return found && reach == Reach.OWN ? "another clinic's record is found" : null;
  }

  private @Nullable String foreignRead(
      RegistryUnderTest caller, Operation operation, String type, Reach reach, String other) {
    HttpAnswer foreign = ask(caller, operation, type, other);
    if (reach == Reach.ALL) {
      return foreign.status() == 200 ? null : "another clinic's answered by " + foreign.status();
    }
    HttpAnswer absent = ask(caller, operation, type, type + "/" + UUID.randomUUID());
    return foreign.status() == 404 && foreign.text().equals(absent.text())
        ? null
        : "another clinic's answered by "
            + foreign.status()
            + ", an absent one by "
            + absent.status();
  }

  private static boolean isReadOfOne(Operation operation) {
    return operation == Operation.READ
        || operation == Operation.VREAD
        || operation == Operation.HISTORY
        || operation == Operation.DISCLOSURES
        || operation == Operation.STATUS
        || operation == Operation.EVENTS
        || operation == Operation.EVERYTHING;
  }

  private static boolean isForbidden(HttpAnswer answer) {
    return answer.status() == 401 || answer.status() == 403;
  }

  /** What no role may do is not offered, and may be answered so; all else is forbidden. */
  private static boolean isDenied(HttpAnswer answer, Role role, Operation operation, String type) {
    boolean offered =
        Stream.of(Role.values())
            .filter(one -> one != Role.OPEN)
            .anyMatch(one -> MATRIX.reach(one, operation, type) != Reach.NONE);
    int expected = role == Role.PUBLIC ? 401 : 403;
    return answer.status() == expected || (!offered && answer.status() / 100 == 4);
  }

  private static HttpAnswer ask(
      RegistryUnderTest caller, Operation operation, String type, String record) {
    String body = "{\"resourceType\":\"" + type + "\"}";
    return switch (operation) {
      case CREATE -> caller.post("/" + type, body);
      case UPDATE -> caller.put("/" + record, body);
      case READ -> caller.get("/" + record);
      case VREAD -> caller.get("/" + record + "/_history/1");
      case HISTORY -> caller.get("/" + record + "/_history");
      case ASK_NETWORK, SET_PEER_POLICY ->
          caller.post("/" + type + "/sessions/" + operation.code(), body);
      case DECIDE, EVALUATE_PROTECTED, EVALUATE_EXACT ->
          caller.post("/" + record + "/" + operation.code(), body);
      case DISCLOSURES, EVERYTHING, STATUS, EVENTS ->
          caller.get("/" + record + "/" + operation.code());
      case EXPORT, EXPORT_VIEWS ->
          caller.get("/" + type + "/" + operation.code(), "Prefer", "respond-async");
      case SEARCH -> caller.get("/" + type + (type.equals("Task") ? "?identifier=a|b" : ""));
      case VALIDATE,
          EXTRACT,
          LINK_PSEUDONYMS,
          UNLINK_PSEUDONYMS,
          ERASE,
          REPEAT_ERASURES,
          PEER_QUESTIONS,
          DECIDE_QUESTION ->
          caller.post("/" + type + "/" + operation.code(), body);
    };
  }

  @Test
  void aScopeThatIsNotGrantedIsNamed() {
    RegistryUnderTest clinic =
        registry.with(
            identity.token(
                Role.SUBMITTING_CLINIC,
                world().ehr().clinicToken(),
                Purpose.TREATMENT,
                "system/Observation.rs"));
    AnswerAssert.assertThat(clinic.get("/Observation")).hasStatus(200);
    AnswerAssert.assertThat(clinic.get("/Patient")).isRefused(403).hasOnlyIssue("scope-missing");
    AnswerAssert.assertThat(clinic.get("/Observation?_include=Observation:patient"))
        .isRefused(400)
        .hasOnlyIssue("search-not-allowed");
    AnswerAssert.assertThat(clinic.get("/Observation?patient:Patient.identifier=a|b"))
        .isRefused(400)
        .hasOnlyIssue("search-not-allowed");
    AnswerAssert.assertThat(clinic.submit(world().ehr().consultation()))
        .isRefused(403)
        .hasIssue("scope-missing");
  }
}
