package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;
import static org.ketamineregistry.server.RegistryUnderTest.JSON;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.profiles.ProfileIndex;
import org.ketamineregistry.profiles.ProfilePackage;

/**
 * The CapabilityStatement is true: each thing that R4 knows is asked for, what is stated is done,
 * and what is not stated is turned away with an OperationOutcome.
 */
@RegistryTest
@TestInstance(Lifecycle.PER_CLASS)
class CapabilityIT {
  private static final FhirContext FHIR = FhirContext.forR4Cached();
  private static final Map<String, String> VALUES =
      Map.of(
          "date", "ge2026-01-01",
          "token", "urn:system|value",
          "reference", "Patient/1",
          "string", "words",
          "uri", "https://system.example");

  /** Operations that read of a record. */
  private static final Set<String> OF_RECORDS =
      Set.of("$disclosures", "$everything", "$status", "$events");

  private static final Map<String, String> OTHER_VALUES =
      Map.of("_has", "x", "_id", "x", "_filter", "_id eq x", "_list", "1");

  private final RegistryUnderTest registry;
  private final RestfulServer hapi;
  private final Map<String, CapabilityStatementRestResourceComponent> stated = new TreeMap<>();
  private final Map<String, String> kept = new TreeMap<>();
  private CapabilityStatementRestComponent rest = new CapabilityStatementRestComponent();
  private String submission = "";
  private Ehr ehr = Ehr.fresh();

  CapabilityIT(RegistryUnderTest registry, RestfulServer hapi) {
    this.registry = registry;
    this.hapi = hapi;
  }

  /** A clinic with a record of every type, one finding among them. */
  @BeforeAll
  void prepare() {
    rest = registry.get("/metadata").resource(CapabilityStatement.class).getRestFirstRep();
    rest.getResource().forEach(resource -> stated.put(resource.getType(), resource));
    registry.register(ehr);
    Draft session = ehr.session();
    HttpAnswer answer = registry.submit(ehr.consultation().without("/entry/2"));
    assertThat(answer).isAccepted();
    HttpAnswer second = registry.submit(session);
    assertThat(second).isAccepted().hasIssue("practice-finding");
    HttpAnswer third =
        registry.submit(
            ehr.transaction(
                "Encounter-review-gb-1",
                "MedicationRequest-prescription-gb-1",
                "MedicationDispense-supply-gb-1",
                "MedicationStatement-concomitant-medication-gb-1",
                "Condition-comorbidity-gb-1",
                "ResearchSubject-study-subject-gb-1",
                "Composition-case-report-gb-1",
                "Provenance-import-provenance-gb-1"));
    assertThat(third).isAccepted();
    Stream.of(answer, second, third)
        .flatMap(each -> each.locations().stream())
        .forEach(location -> kept.putIfAbsent(location.split("/")[0], location.split("/")[1]));
    kept.put("Task", second.receipt());
    submission = session.string("/identifier/system") + "|" + session.string("/identifier/value");
    for (String type : List.of("DetectedIssue", "Organization")) {
      String by = type.equals("Organization") ? "?identifier=" + ehr.clinicToken() : "?_count=1";
      kept.put(type, id(registry.get("/" + type + by).bundle()));
    }
    HttpAnswer subscribed =
        registry.post(
            "/Subscription",
            Draft.of(Ehr.file("Subscription-findings-of-a-clinic"))
                .withText("/channel/endpoint", "http://127.0.0.1:9/hook")
                .text());
    assertThat(subscribed).hasStatus(201);
    kept.put("Subscription", subscribed.location("Subscription").split("/")[1]);
    stated.keySet().stream()
        .filter(type -> !kept.containsKey(type) && offers(type, TypeRestfulInteraction.SEARCHTYPE))
        .forEach(type -> kept.put(type, id(registry.get("/" + type + "?_count=1").bundle())));
    kept.put("OperationDefinition", "patient-link-pseudonyms");
  }

  private static String id(Bundle found) {
    return found.getEntryFirstRep().getResource().getIdElement().getIdPart();
  }

  // ---- what can be done --------------------------------------------------------------------

  /** A request by which an interaction is asked for. */
  private record Request(String method, String path, String body) {
    static Request get(String path) {
      return new Request("GET", path, "");
    }
  }

  /** Every type of R4 by every interaction with a type or a record. */
  @Test
  void statesTheInteractionsOfEachType() {
    Set<String> types = FHIR.getResourceTypes();
    assertThat(types).hasSizeGreaterThan(140).containsAll(stated.keySet());
    var lies = new ArrayList<String>();
    for (String type : types) {
      for (TypeRestfulInteraction interaction : TypeRestfulInteraction.values()) {
        if (interaction != TypeRestfulInteraction.NULL) {
          for (Request request : requests(type, interaction)) {
            lie(request, offers(type, interaction)).ifPresent(lies::add);
          }
        }
      }
    }
    assertThat(lies).isEmpty();
  }

  private List<Request> requests(String type, TypeRestfulInteraction interaction) {
    String at = "/" + type;
    String record = at + "/" + kept.getOrDefault(type, "x");
    String nearlyEmpty = "{\"resourceType\":\"" + type + "\"}";
    String by = type.equals("Task") ? "identifier=" + encoded(submission) : "";
    return switch (interaction) {
      case READ -> List.of(Request.get(record));
      case VREAD -> List.of(Request.get(record + "/_history/1"));
      case HISTORYINSTANCE -> List.of(Request.get(record + "/_history"));
      case HISTORYTYPE -> List.of(Request.get(at + "/_history"));
      case SEARCHTYPE ->
          List.of(
              Request.get(at + (by.isEmpty() ? "" : "?" + by)),
              new Request("POST", at + "/_search", by));
      case CREATE -> List.of(new Request("POST", at, nearlyEmpty));
      case UPDATE -> List.of(new Request("PUT", record, nearlyEmpty));
      case PATCH -> List.of(new Request("PATCH", record, "[]"));
      case DELETE -> List.of(new Request("DELETE", record, ""));
      case NULL -> List.of();
    };
  }

  private Optional<String> lie(Request request, boolean offered) {
    HttpAnswer answer = ask(request);
    if (offered == isDone(answer)) {
      return Optional.empty();
    }
    return Optional.of(
        request.method()
            + " "
            + request.path()
            + (offered ? " is stated: " : " is not stated: ")
            + answer);
  }

  /**
   * Done, or looked at as a submission or a subscription is; otherwise it has to be a refusal with
   * an outcome.
   */
  private static boolean isDone(HttpAnswer answer) {
    if (answer.status() < 300) {
      return true;
    }
    assertThat(answer).isRefused();
    boolean lookedAt =
        answer.header("X-Receipt").isPresent()
            || answer.issues().stream()
                .anyMatch(issue -> issue.expression().startsWith("Subscription"));
    return lookedAt
        && answer.issues().stream().noneMatch(issue -> issue.code().equals("type-not-accepted"));
  }

  private HttpAnswer ask(Request request) {
    String contentType =
        request.path().endsWith("_search")
            ? "application/x-www-form-urlencoded"
            : request.method().equals("PATCH") ? "application/json-patch+json" : JSON;
    return registry.send(
        request.method(),
        request.path(),
        request.body().getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        contentType);
  }

  @Test
  void statesTheInteractionsOfTheWhole() {
    String empty = "{\"resourceType\":\"Bundle\",\"type\":\"%s\"}";
    var requests =
        Map.of(
            SystemRestfulInteraction.TRANSACTION,
            new Request("POST", "", empty.formatted("transaction")),
            SystemRestfulInteraction.BATCH,
            new Request("POST", "/", empty.formatted("batch")),
            SystemRestfulInteraction.HISTORYSYSTEM,
            Request.get("/_history"),
            SystemRestfulInteraction.SEARCHSYSTEM,
            Request.get("?_type=Patient"));
    var offered = rest.getInteraction().stream().map(one -> one.getCode()).toList();

    assertThat(offered)
        .containsExactlyInAnyOrder(
            SystemRestfulInteraction.TRANSACTION, SystemRestfulInteraction.BATCH);
    requests.forEach(
        (interaction, request) ->
            assertThat(lie(request, offered.contains(interaction))).isEmpty());
    assertThat(lie(new Request("POST", "/_search", "_type=Patient"), false)).isEmpty();
    assertThat(lie(Request.get("/"), false)).isEmpty();
  }

  /** Each record is written back as it was read, by each of the ways to address it. */
  @Test
  void statesConditionsOfWriting() {
    for (var resource : stated.values()) {
      String type = resource.getType();
      boolean writable = ProfileIndex.ACCEPTED_TYPES.contains(type);
      assertThat(resource.getConditionalCreate()).as(type).isEqualTo(writable);
      assertThat(resource.getConditionalUpdate()).as(type).isEqualTo(writable);
      assertThat(resource.getUpdateCreate()).as(type).isFalse();
      if (resource.hasInteraction()) {
        assertThat(resource.getConditionalDelete().toCode()).as(type).isEqualTo("not-supported");
      }
      assertThat(registry.send("DELETE", "/" + type + "?identifier=a|b", new byte[0]))
          .isRefused(405);
      if (writable) {
        writesBack(type);
      } else {
        assertThat(registry.put("/" + type + "?identifier=a|b", "{}")).isRefused();
        assertThat(registry.post("/" + type, "{}", "If-None-Exist", "identifier=a|b")).isRefused();
      }
    }
  }

  private void writesBack(String type) {
    String address = "/" + type + "/" + kept.get(type);
    HttpAnswer read = registry.get(address);
    Draft record = Draft.of(read.text());
    // R4 gives Provenance no identifier, so the guide does, as an extension.
    Draft identifier =
        type.equals("Provenance")
            ? record.at("/extension/0/valueIdentifier")
            : record.at("/identifier" + (record.node().at("/identifier").isArray() ? "/0" : ""));
    String condition =
        "identifier=" + encoded(identifier.string("/system") + "|" + identifier.string("/value"));

    assertThat(registry.post("/" + type, record.text(), "If-None-Exist", condition)).hasStatus(200);
    assertThat(registry.put("/" + type + "?" + condition, record.text())).hasStatus(200);
    String version = registry.get(address).header("ETag").orElseThrow();
    assertThat(registry.put(address, record.text(), "If-Match", "W/\"99\"")).isRefused(412);
    assertThat(registry.put(address, record.text(), "If-Match", version)).hasStatus(200);
    assertThat(registry.put("/" + type + "/no-such-id", record.without("/id").text()))
        .isRefused(404);
  }

  /** All operations that HAPI has, and those of the registry, at each level, by GET and POST. */
  @Test
  void statesTheOperations() {
    Set<String> names = new LinkedHashSet<>();
    Stream.concat(hapi.getResourceProviders().stream(), hapi.getPlainProviders().stream())
        .flatMap(provider -> hapi.getProviderMethodBindings(provider).stream())
        .filter(OperationMethodBinding.class::isInstance)
        .map(binding -> ((OperationMethodBinding) binding).getName())
        .forEach(names::add);
    names.remove("*");
    assertThat(names).as("what HAPI has").hasSizeGreaterThan(3);
    names.addAll(
        List.of(
            "$validate",
            "$decide",
            "$evaluate-protected",
            "$evaluate-exact",
            "$peer-questions",
            "$decide-question",
            "$link-pseudonyms",
            "$unlink-pseudonyms",
            "$erase",
            "$repeat-erasures",
            "$status",
            "$events",
            "$export",
            "$viewdefinition-export",
            "$extract"));
    var lies = new ArrayList<String>();
    for (var resource : stated.values()) {
      if (resource.getType().equals("Group")) {
        continue; // No record is one; ExportIT asks for the export of each.
      }
      var offered =
          resource.getOperation().stream()
              .map(one -> "$" + one.getName())
              .collect(Collectors.toSet());
      String type = "/" + resource.getType();
      for (String name : names) {
        // The steward's operations say of empty parameters that they are not as defined.
        boolean asked = name.startsWith("$evaluate-");
        boolean written = name.equals("$decide") || asked;
        boolean ofRecords = written || OF_RECORDS.contains(name);
        boolean known =
            !ofRecords
                && offered.contains(name)
                && registry.post(type + "/" + name, "{}").status() != 405;
        if (!ofRecords && known != offered.contains(name)) {
          lies.add("POST " + type + "/" + name + " is stated");
        }
        if (!known) {
          lie(new Request("POST", type + "/" + name, "{}"), false).ifPresent(lies::add);
        }
        // Which is asked of all subscriptions too.
        boolean ofAll = name.equals("$status") && offered.contains(name);
        lie(Request.get(type + "/" + name), ofAll).ifPresent(lies::add);
        // HL7 defines $validate for records too, here for those that can be read.
        boolean onRecord =
            ofRecords
                ? offered.contains(name)
                : known
                    && name.equals("$validate")
                    && offers(resource.getType(), TypeRestfulInteraction.READ);
        String record = type + "/" + kept.getOrDefault(resource.getType(), "x");
        lie(Request.get(record + "/" + name), onRecord && !written).ifPresent(lies::add);
        String body =
            asked
                ? "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"period-start\",\"valueDate\":\"2019-01-01\"},{\"name\":\"period-end\",\"valueDate\":\"2019-12-31\"},{\"name\":\"guide-version\",\"valueString\":\"0\"}]}"
                : written
                    ? "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"decision\",\"valueCode\":\"explained\"}]}"
                    : ofRecords ? "{\"resourceType\":\"Parameters\"}" : "{}";
        lie(new Request("POST", record + "/" + name, body), onRecord).ifPresent(lies::add);
      }
    }
    for (String name : names) {
      lie(Request.get("/" + name), false).ifPresent(lies::add);
      lie(new Request("POST", "/" + name, "{}"), false).ifPresent(lies::add);
    }
    assertThat(lies).isEmpty();
    assertThat(rest.getOperation()).singleElement().returns("export", one -> one.getName());
  }

  // ---- what can be searched by -------------------------------------------------------------

  @Test
  void statesTheSearchParameters() {
    var lies = new ArrayList<String>();
    for (var resource : searched()) {
      Set<String> names = new TreeSet<>();
      for (var parameter : resource.getSearchParam()) {
        names.add(parameter.getName());
        assertThat(parameter.getDocumentation()).as(parameter.getName()).isNotBlank();
        lie(search(resource, parameter.getName(), parameter.getType().toCode()), true)
            .ifPresent(lies::add);
      }
      for (RuntimeSearchParam standard :
          FHIR.getResourceDefinition(resource.getType()).getSearchParams()) {
        String type = standard.getParamType().getCode();
        if (names.add(standard.getName())) {
          lie(search(resource, standard.getName(), type), false).ifPresent(lies::add);
        }
      }
      for (String common : List.of("_content", "_filter", "_list", "_query", "_text", "colour")) {
        if (names.add(common)) {
          lie(search(resource, common, "string"), false).ifPresent(lies::add);
        }
      }
    }
    assertThat(lies).isEmpty();
  }

  private Request search(
      CapabilityStatementRestResourceComponent resource, String name, String type) {
    String value = OTHER_VALUES.getOrDefault(name, VALUES.getOrDefault(type, "1"));
    if (resource.getType().equals("Task") && name.equals("identifier")) {
      return Request.get("/Task?identifier=" + encoded(submission));
    }
    String of = name.equals("_has") ? "_has:Observation:patient:code" : name;
    return Request.get(address(resource) + of + "=" + encoded(value));
  }

  /** The start of a search, to which one more parameter is added. */
  private String address(CapabilityStatementRestResourceComponent resource) {
    boolean receipts = resource.getType().equals("Task");
    return "/"
        + resource.getType()
        + "?"
        + (receipts ? "identifier=" + encoded(submission) + "&" : "");
  }

  @Test
  void statesWhatIsIncluded() {
    var lies = new ArrayList<String>();
    for (var resource : searched()) {
      for (StringType include : resource.getSearchInclude()) {
        lie(including(resource, "_include", include.getValue()), true).ifPresent(lies::add);
      }
      for (StringType include : resource.getSearchRevInclude()) {
        lie(including(resource, "_revinclude", include.getValue()), true).ifPresent(lies::add);
      }
      lie(including(resource, "_include", resource.getType() + ":colour"), false)
          .ifPresent(lies::add);
      if (resource.getSearchInclude().isEmpty()) {
        lie(including(resource, "_include", "*"), false).ifPresent(lies::add);
        lie(including(resource, "_revinclude", "Provenance:target"), false).ifPresent(lies::add);
      }
    }
    assertThat(lies).isEmpty();

    Bundle found =
        registry
            .get(
                "/Encounter?_include=Encounter:patient&_revinclude=Observation:encounter&_id="
                    + kept.get("Encounter"))
            .bundle();
    assertThat(found.getEntry())
        .extracting(entry -> entry.getResource().fhirType())
        .contains("Encounter", "Patient", "Observation");
  }

  private Request including(
      CapabilityStatementRestResourceComponent resource, String how, String what) {
    return Request.get(address(resource) + how + "=" + encoded(what));
  }

  /** What R4 lets every search say of its result. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "_count=1",
        "_sort=-_lastUpdated",
        "_elements=status",
        "_summary=true",
        "_summary=count",
        "_total=accurate",
        "_lastUpdated=ge2026-01-01",
        "_pretty=true",
        "_format=xml"
      })
  void letsTheResultBeShaped(String parameter) {
    for (var resource : searched()) {
      if (offers(resource.getType(), TypeRestfulInteraction.VREAD)) {
        assertThat(lie(Request.get(address(resource) + parameter), true)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"Observation,3", "StructureDefinition,20", "NamingSystem,1", "CodeSystem,7"})
  void linksThePagesToTheEnd(String type, int count) {
    String search =
        "/"
            + type
            + "?_count="
            + count
            + (type.equals("Observation") ? "&encounter=Encounter/" + kept.get("Encounter") : "");
    Set<String> ids = new LinkedHashSet<>();
    Bundle page = registry.get(search + "&_total=accurate").bundle();
    int total = page.getTotal();
    for (int pages = 1; ; pages++) {
      assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(count);
      page.getEntry().forEach(entry -> assertThat(ids.add(entry.getFullUrl())).isTrue());
      assertThat(pages).isLessThanOrEqualTo(total);
      if (page.getLink(Bundle.LINK_NEXT) == null) {
        break;
      }
      String next = page.getLink(Bundle.LINK_NEXT).getUrl();
      page = registry.get(next.substring(registry.base().length())).bundle();
    }
    assertThat(total).isGreaterThan(count);
    assertThat(ids).hasSize(total);
  }

  // ---- what it says of itself --------------------------------------------------------------

  @Test
  void statesTheFormats() {
    var formats =
        registry.get("/metadata").resource(CapabilityStatement.class).getFormat().stream()
            .map(CodeType::getValue)
            .toList();
    assertThat(formats).containsExactlyInAnyOrder(JSON, RegistryUnderTest.XML, "json", "xml");
    for (String path : List.of("/metadata", "/Patient", "/Patient/" + kept.get("Patient"))) {
      for (String format : formats) {
        String answered = format.contains("json") ? JSON : RegistryUnderTest.XML;
        String join = path.contains("?") ? "&" : "?";
        assertThat(
                registry
                    .get(path + join + "_format=" + encoded(format))
                    .header("Content-Type")
                    .orElseThrow())
            .startsWith(answered);
        if (format.contains("/")) {
          assertThat(registry.get(path, "Accept", format).header("Content-Type").orElseThrow())
              .startsWith(answered);
        }
      }
      for (String other :
          List.of(
              "text/turtle",
              "application/fhir+turtle",
              "application/fhir+ndjson",
              "text/html",
              "image/png",
              JSON + ";fhirVersion=3.0")) {
        assertThat(registry.get(path, "Accept", other)).isRefused(406).hasIssue("not-acceptable");
      }
      for (String other : List.of("ttl", "turtle", "text/turtle", "ndjson", "html", "html/xml")) {
        assertThat(registry.get(path + "?_format=" + other)).isRefused(406);
      }
    }
    assertThat(registry.get("/NoSuchType", "Accept", "text/turtle")).isRefused(406);
    assertThat(registry.get("/NoSuchType", "Accept", RegistryUnderTest.XML)).isRefused(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "application/fhir+xml;q=0.1, application/fhir+json > application/fhir+json",
        "text/turtle, application/fhir+xml;q=0.5 > application/fhir+xml",
        "text/html, */*;q=0.1 > application/fhir+json",
        "application/fhir+json;fhirVersion=4.0 > application/fhir+json",
        "application/fhir+json;fhirVersion=3.0, application/fhir+xml > application/fhir+xml"
      })
  void givesTheFormatThatIsLikedBest(String accept, String format) {
    assertThat(registry.get("/metadata", "Accept", accept).header("Content-Type").orElseThrow())
        .startsWith(format);
  }

  @Test
  void isTheSameInBothFormatsAndModes() {
    var json = registry.get("/metadata").resource(CapabilityStatement.class);
    for (String way :
        List.of("?_format=xml", "?mode=full", "?mode=normative", "?mode=terminology")) {
      var other = registry.get("/metadata" + way).resource(CapabilityStatement.class);
      other.setDate(json.getDate());
      assertThat(other.equalsDeep(json)).as(way).isTrue();
    }
    assertThat(registry.send("POST", "/metadata", new byte[0])).isRefused(405);
  }

  @Test
  void isValidAndSaysWhoItIs() {
    HttpAnswer answer = registry.get("/metadata");
    var statement = answer.resource(CapabilityStatement.class);

    assertThat(ProfileCheck.errors(answer.text())).isEmpty();
    assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
    assertThat(statement.getKind().toCode()).isEqualTo("instance");
    assertThat(statement.getSoftware().getName()).isEqualTo("Ketamine Registry");
    assertThat(statement.getSoftware().getVersion()).isNotBlank();
    assertThat(statement.getImplementation().getUrl()).isEqualTo(registry.base());
    assertThat(statement.getPublisher()).isEqualTo("Ketamine Registry");
    assertThat(statement.getPatchFormat()).isEmpty();
    assertThat(rest.getSecurity().getDescription()).contains("no identity provider", "loopback");
    assertThat(answer.header("Content-Location")).isEmpty();
  }

  @Test
  void statesEveryProfileThatARecordCanMeet() {
    Map<String, Set<String>> profiles =
        ProfilePackage.load(FHIR).of(StructureDefinition.class).stream()
            .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
            .filter(profile -> profile.getDerivation() == TypeDerivationRule.CONSTRAINT)
            .filter(profile -> !profile.getAbstract() && stated.containsKey(profile.getType()))
            .collect(
                Collectors.groupingBy(
                    StructureDefinition::getType,
                    Collectors.mapping(StructureDefinition::getUrl, Collectors.toSet())));

    assertThat(profiles.keySet()).containsAll(ProfileIndex.ACCEPTED_TYPES);
    for (var resource : stated.values()) {
      assertThat(resource.getSupportedProfile().stream().map(one -> one.getValue()))
          .as(resource.getType())
          .containsExactlyInAnyOrderElementsOf(profiles.getOrDefault(resource.getType(), Set.of()));
      resource
          .getSupportedProfile()
          .forEach(
              profile ->
                  assertThat(
                          registry
                              .get("/StructureDefinition?url=" + profile.getValue())
                              .bundle()
                              .getTotal())
                      .isEqualTo(1));
    }
  }

  /** Each definition of the guide is read by its id and found by its canonical URL. */
  @Test
  void showsEveryDefinitionOfTheGuide() {
    for (MetadataResource definition : ProfilePackage.load(FHIR).resources()) {
      String type = "/" + definition.fhirType();
      var read = registry.get(type + "/" + definition.getIdPart()).resource(MetadataResource.class);
      assertThat(read.equalsDeep(definition)).as(definition.getId()).isTrue();
      if (definition.hasUrl()) {
        assertThat(id(registry.get(type + "?url=" + encoded(definition.getUrl())).bundle()))
            .isEqualTo(definition.getIdPart());
      }
    }
  }

  @Test
  void statesWhereTheOperationsAreDefined() {
    Set<String> own =
        stated.values().stream()
            .flatMap(resource -> resource.getOperation().stream())
            .map(CapabilityStatementRestResourceOperationComponent::getDefinition)
            .filter(definition -> !definition.startsWith("http://hl7.org/fhir/"))
            .map(definition -> definition.replaceFirst(".*/", ""))
            .collect(Collectors.toSet());

    assertThat(own)
        .containsExactlyInAnyOrder(
            "detected-issue-decide",
            // It needs a network to be done: NetworkIT does it.
            "measure-ask-network",
            "measure-decide-question",
            "measure-evaluate-exact",
            "measure-evaluate-protected",
            "measure-peer-questions",
            "measure-set-peer-policy",
            "patient-disclosures",
            "patient-link-pseudonyms",
            "patient-unlink-pseudonyms",
            "patient-erase",
            "patient-repeat-erasures",
            "patient-viewdefinition-export",
            "questionnaire-response-extract");
    own.forEach(id -> assertThat(registry.get("/OperationDefinition/" + id)).hasStatus(200));
  }

  @Test
  void answersHeadAsGetWithoutABody() {
    List<String> paths =
        List.of(
            "/metadata",
            "/Patient",
            "/Patient/" + kept.get("Patient"),
            "/Patient/" + kept.get("Patient") + "/_history",
            "/Patient/x",
            "/NoSuchType");
    for (String path : paths) {
      HttpAnswer get = registry.get(path);
      HttpAnswer head = registry.send("HEAD", path, new byte[0]);
      assertThat(head.status()).as(path).isEqualTo(get.status());
      assertThat(head.text()).as(path).isEmpty();
      assertThat(head.header("Content-Type")).as(path).isEqualTo(get.header("Content-Type"));
    }
  }

  @Test
  void answersOptionsWithTheStatementOrAnOutcome() {
    assertThat(
            registry.send("OPTIONS", "", new byte[0]).resource(CapabilityStatement.class).getRest())
        .isNotEmpty();
    for (String path : List.of("/metadata", "/Patient", "/Patient/x", "/NoSuchType", "/x/y/z")) {
      assertThat(registry.send("OPTIONS", path, new byte[0])).isRefused();
    }
  }

  // ------------------------------------------------------------------------------------------

  private boolean offers(String type, TypeRestfulInteraction wanted) {
    return stated.containsKey(type)
        && stated.get(type).getInteraction().stream().anyMatch(one -> one.getCode() == wanted);
  }

  private List<CapabilityStatementRestResourceComponent> searched() {
    return stated.values().stream()
        .filter(resource -> offers(resource.getType(), TypeRestfulInteraction.SEARCHTYPE))
        .toList();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
