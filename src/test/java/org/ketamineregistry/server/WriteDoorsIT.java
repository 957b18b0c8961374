package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;
import static org.ketamineregistry.server.RegistryUnderTest.JSON;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.ehr.Ehr;

/**
 * Every way by which HAPI could write is closed, or is the line, which leaves a receipt. The ways
 * are read from the running server, so a new version of HAPI cannot bring one in unseen.
 */
@RegistryTest
class WriteDoorsIT {
  private static final Set<RestOperationTypeEnum> READING =
      EnumSet.of(
          RestOperationTypeEnum.READ,
          RestOperationTypeEnum.VREAD,
          RestOperationTypeEnum.SEARCH_TYPE,
          RestOperationTypeEnum.SEARCH_SYSTEM,
          RestOperationTypeEnum.HISTORY_INSTANCE,
          RestOperationTypeEnum.HISTORY_TYPE,
          RestOperationTypeEnum.HISTORY_SYSTEM,
          RestOperationTypeEnum.METADATA,
          RestOperationTypeEnum.GET_PAGE);

  private final RegistryUnderTest registry;
  private final RestfulServer server;
  private final Ehr ehr;
  private final String patient;
  private Map<String, Long> before = Map.of();

  WriteDoorsIT(RegistryUnderTest registry, RestfulServer server) {
    this.registry = registry;
    this.server = server;
    ehr = registry.register(Ehr.fresh());
    patient = registry.submit(ehr.consultation()).location("Patient");
  }

  @BeforeEach
  void count() {
    before = registry.clinicalRows();
  }

  /** A request that could write. */
  private record Door(String method, String path) {}

  @Test
  void ofHapiAreClosedOrLeaveAReceipt() {
    Set<Door> doors = new LinkedHashSet<>();
    bindings().forEach(binding -> doors.addAll(doors(binding)));
    assertThat(doors.stream().map(Door::method))
        .as("what HAPI offers")
        .contains("POST", "PUT", "PATCH", "DELETE");
    assertThat(doors.stream().map(Door::path)).anyMatch(path -> path.contains("$"));

    // Operations that read, which AuditIT and ExportIT are about.
    doors.removeIf(door -> door.path().endsWith("/$disclosures"));
    doors.removeIf(door -> door.path().equals("/" + patient + "/$everything"));
    assertThat(doors.stream().filter(this::isOpen)).isEmpty();
    nothingIsWritten();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$expunge",
        "$reindex",
        "$meta-add",
        "$meta-delete",
        "$graphql",
        "$process-message",
        "$delete-expunge",
        "$mark-all-resources-for-reindexing",
        "$perform-reindexing-pass",
        "$import",
        "$export",
        "$everything",
        "$merge",
        "$hapi.fhir.replace-references",
        "$partition-management-create-partition",
        "$upload-external-code-system",
        "$trigger-subscription",
        "$convert",
        "$no-such-operation"
      })
  void ofOperationsAreClosed(String operation) {
    boolean ofARecord = operation.equals("$everything"); // Which reads, and is open at the patient.
    for (String path :
        List.of(
            "/",
            "/Patient/",
            "/" + (ofARecord ? "Organization/1" : patient) + "/",
            "/CodeSystem/")) {
      for (String method : List.of("POST", "GET", "PUT")) {
        HttpAnswer answer = knock(new Door(method, path + operation));
        if (answer.header("X-Receipt").isEmpty()) {
          assertThat(answer).isRefused(400, 404, 405);
        }
      }
    }
    nothingIsWritten();
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,''",
    "DELETE,/",
    "DELETE,/Patient",
    "DELETE,/Patient?identifier=x",
    "DELETE,/Patient?_id=x&_cascade=delete",
    "PATCH,''",
    "PATCH,/Patient",
    "PATCH,/Patient?identifier=x",
    "PUT,''",
    "PUT,/",
    "PUT,/Bundle/x/y/z",
    "POST,/Patient/_history",
    "POST,/metadata",
    "LOCK,/Patient",
    "PROPFIND,/",
    "FOO,/Patient"
  })
  void ofRawMethodsAreClosed(String method, String path) {
    assertThat(knock(new Door(method, path))).isRefused(400, 405);
    nothingIsWritten();
  }

  @Test
  void ofOneRecordAreClosedButForAnUpdate() {
    for (String method : List.of("DELETE", "PATCH", "POST", "COPY")) {
      assertThat(knock(new Door(method, "/" + patient))).isRefused(405);
    }
    assertThat(registry.get("/" + patient)).hasStatus(200);
    nothingIsWritten();
  }

  /** Tomcat itself turns TRACE away, which would show a request's headers to a script. */
  @Test
  void ofTraceAreClosed() {
    assertThat(knock(new Door("TRACE", "/" + patient))).hasStatus(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void areNotOpenedByAnotherMethodInAHeader(String header) {
    for (String method : List.of("DELETE", "PATCH", "PUT")) {
      registry.send("GET", "/" + patient, new byte[0], header, method);
      assertThat(registry.post("/" + patient, "{}", header, method)).isRefused(405);
    }
    assertThat(registry.get("/" + patient)).hasStatus(200);
    nothingIsWritten();
  }

  /** A path may be written in many ways, of which a filter may know one and a servlet another. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fhir/Patient/",
        "/fhir//Patient",
        "//fhir/Patient",
        "/fhir;a=b/Patient",
        "/fhir/Patient;a=b",
        "/%66hir/Patient",
        "/fhir/%50atient",
        "/fhir/../fhir/Patient",
        "/x/../fhir/Patient",
        "/fhir/./Patient",
        "/fhir%2FPatient",
        "/FHIR/Patient",
        "/fhir/Patient/_search/",
        "/fhir/Patient/%5Fsearch",
        "/fhir/_search",
        "/fhir/Patient/x/_search",
        "/fhir/Patient/$expunge/_search"
      })
  void areNotOpenedByAPathWrittenInAnotherWay(String path) {
    String body = ehr.nextPatient().example("Patient-patient-gb-1").text();
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      RawHttp.Answer answer =
          RawHttp.exchange(
              registry.port(),
              method,
              path,
              body.getBytes(StandardCharsets.UTF_8),
              "Content-Type: " + JSON);
      assertThat(answer.status()).as("%s %s: %s", method, path, answer).isBetween(400, 499);
    }
    nothingIsWritten();
  }

  private Stream<BaseMethodBinding> bindings() {
    return Stream.concat(
            server.getResourceProviders().stream(), server.getPlainProviders().stream())
        .flatMap(provider -> server.getProviderMethodBindings(provider).stream())
        .filter(
            binding ->
                binding.getRestOperationType() == null
                    || !READING.contains(binding.getRestOperationType()));
  }

  private List<Door> doors(BaseMethodBinding binding) {
    String type = binding.getResourceName() == null ? "" : "/" + binding.getResourceName();
    String record = type.equals("/Patient") || type.isEmpty() ? "/" + patient : type + "/1";
    if (binding instanceof OperationMethodBinding operation) {
      String name = operation.getName().startsWith("$") ? operation.getName() : "$any";
      return Stream.of("", type, record)
          .flatMap(at -> Stream.of("GET", "POST").map(method -> new Door(method, at + "/" + name)))
          .filter(door -> !door.path().endsWith("/$validate")) // VerdictIT: nothing is written.
          .toList();
    }
    return switch (binding.getRestOperationType()) {
      case CREATE -> List.of(new Door("POST", type));
      case UPDATE ->
          List.of(new Door("PUT", record), new Door("PUT", type + "?identifier=urn:x%7C1"));
      case PATCH ->
          List.of(new Door("PATCH", record), new Door("PATCH", type + "?identifier=urn:x%7C1"));
      case DELETE ->
          List.of(new Door("DELETE", record), new Door("DELETE", type + "?identifier=urn:x%7C1"));
      case TRANSACTION -> List.of(new Door("POST", ""));
      case META, META_ADD, META_DELETE ->
          List.of(new Door("POST", record + "/$meta-add"), new Door("POST", record + "/$meta"));
      case GRAPHQL_REQUEST -> List.of(new Door("POST", "/$graphql"), new Door("GET", "/$graphql"));
      case VALIDATE -> List.of();
      default -> throw new AssertionError("An unknown kind of door: " + binding);
    };
  }

  private boolean isOpen(Door door) {
    HttpAnswer answer = knock(door);
    // HAPI itself says 400 of an operation that is asked for at another level than its own.
    boolean closed =
        List.of(400, 405).contains(answer.status())
            && answer.issues().stream()
                .map(HttpAnswer.Issue::code)
                .anyMatch(List.of("method-not-allowed", "invalid-request")::contains);
    return !closed && answer.header("X-Receipt").isEmpty();
  }

  private HttpAnswer knock(Door door) {
    boolean bodiless = door.method().equals("GET") || door.method().equals("TRACE");
    String type = door.path().replaceFirst("^/", "").replaceFirst("[/?$].*", "");
    String body =
        type.isEmpty()
            ? "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}"
            : "{\"resourceType\":\"" + type + "\"}";
    return registry.send(
        door.method(),
        door.path(),
        bodiless ? new byte[0] : body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        door.method().equals("PATCH") ? "application/json-patch+json" : JSON);
  }

  private void nothingIsWritten() {
    assertThat(registry.clinicalRows()).isEqualTo(before);
  }
}
