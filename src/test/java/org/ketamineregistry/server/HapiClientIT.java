package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.CapturingInterceptor;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketamineregistry.ehr.Ehr;

/** HAPI's own client, which knows nothing of the registry but FHIR, gets along with it. */
@RegistryTest
class HapiClientIT {
  private static final FhirContext FHIR = fhir();

  private final RegistryUnderTest registry;
  private final IGenericClient client;
  private final Ehr ehr;

  HapiClientIT(RegistryUnderTest registry) {
    this.registry = registry;
    client = FHIR.newRestfulGenericClient(registry.base());
    ehr = registry.register(Ehr.fresh());
  }

  private static FhirContext fhir() {
    FhirContext context = FhirContext.forR4();
    context.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.ONCE);
    return context;
  }

  @ParameterizedTest
  @EnumSource(names = {"JSON", "XML"})
  void goesTheWholeWay(EncodingEnum encoding) {
    client.setEncoding(encoding);
    assertThat(
            client
                .capabilities()
                .ofType(CapabilityStatement.class)
                .execute()
                .getFhirVersion()
                .toCode())
        .isEqualTo("4.0.1");

    Bundle consultation =
        client.transaction().withBundle(bundle(ehr.consultation().text())).execute();
    Bundle session = client.transaction().withBundle(bundle(ehr.session().text())).execute();

    assertThat(consultation.getType()).isEqualTo(Bundle.BundleType.TRANSACTIONRESPONSE);
    String at =
        session.getEntry().stream()
            .map(entry -> entry.getResponse().getLocation())
            .filter(location -> location.startsWith("Encounter/"))
            .findFirst()
            .orElseThrow();
    var id = new IdType(at);
    assertThat(
            client
                .read()
                .resource(Encounter.class)
                .withId(id.getIdPart())
                .execute()
                .getIdElement()
                .getVersionIdPart())
        .isEqualTo("1");
    assertThat(client.vread(Encounter.class, id.getIdPart(), "1").hasSubject()).isTrue();
    assertThat(
            client
                .history()
                .onInstance("Encounter/" + id.getIdPart())
                .returnBundle(Bundle.class)
                .execute()
                .getEntry())
        .hasSize(1);
    searches(id);
    repeats();
  }

  /** Observations by page, and with each its session. */
  private void searches(IdType encounter) {
    Set<String> found = new HashSet<>();
    Bundle page =
        client
            .search()
            .forResource(Observation.class)
            .where(
                new ReferenceClientParam("encounter").hasId("Encounter/" + encounter.getIdPart()))
            .include(new Include("Observation:encounter"))
            .count(5)
            .totalMode(SearchTotalModeEnum.ACCURATE)
            .returnBundle(Bundle.class)
            .execute();
    int total = page.getTotal();
    while (true) {
      assertThat(page.getEntry()).anyMatch(entry -> entry.getResource() instanceof Encounter);
      page.getEntry().stream()
          .filter(entry -> entry.getResource() instanceof Observation)
          .forEach(entry -> found.add(entry.getFullUrl()));
      if (page.getLink(Bundle.LINK_NEXT) == null) {
        break;
      }
      page = client.loadPage().next(page).execute();
    }
    assertThat(found).hasSize(total).hasSizeGreaterThan(5);
  }

  private void repeats() {
    var token = ehr.patientToken().split("\\|");
    Patient patient =
        (Patient)
            client
                .search()
                .forResource(Patient.class)
                .where(
                    new TokenClientParam("identifier")
                        .exactly()
                        .systemAndIdentifier(token[0], token[1]))
                .returnBundle(Bundle.class)
                .execute()
                .getEntryFirstRep()
                .getResource();
    String condition = "Patient?identifier=" + ehr.patientToken();

    MethodOutcome again = client.create().resource(patient).conditionalByUrl(condition).execute();
    assertThat(again.getCreated()).isNotEqualTo(Boolean.TRUE);
    assertThat(again.getId().getIdPart()).isEqualTo(patient.getIdElement().getIdPart());

    patient.setGender(AdministrativeGender.OTHER);
    MethodOutcome changed =
        client
            .update()
            .resource(patient)
            .conditionalByUrl(condition)
            .prefer(PreferReturnEnum.REPRESENTATION)
            .execute();
    assertThat(changed.getId().getVersionIdPart()).isEqualTo("2");
    assertThat(((Patient) changed.getResource()).getGender()).isEqualTo(AdministrativeGender.OTHER);

    patient.setGender(AdministrativeGender.UNKNOWN);
    patient.setId(changed.getId().toUnqualifiedVersionless());
    assertThatThrownBy(
            () ->
                client
                    .update()
                    .resource(patient)
                    .withAdditionalHeader("If-Match", "W/\"1\"")
                    .execute())
        .isInstanceOfSatisfying(
            PreconditionFailedException.class, thrown -> hasCode(thrown, "version-mismatch"));
    MethodOutcome third =
        client.update().resource(patient).withAdditionalHeader("If-Match", "W/\"2\"").execute();
    assertThat(third.getId().getVersionIdPart()).isEqualTo("3");
    assertThat(
            client
                .history()
                .onInstance(third.getId().toUnqualifiedVersionless())
                .returnBundle(Bundle.class)
                .execute()
                .getEntry())
        .hasSize(3);
  }

  @Test
  void readsErrorsAsExceptionsWithTheOutcome() {
    assertThatThrownBy(() -> client.read().resource(Patient.class).withId("x").execute())
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class, thrown -> hasCode(thrown, "not-found"));
    assertThatThrownBy(
            () -> client.search().byUrl("Patient?name=x").returnBundle(Bundle.class).execute())
        .isInstanceOfSatisfying(
            InvalidRequestException.class, thrown -> hasCode(thrown, "invalid-request"));
    assertThatThrownBy(() -> client.create().resource(new Patient()).execute())
        .isInstanceOfSatisfying(
            UnprocessableEntityException.class, thrown -> hasCode(thrown, "element-required"));
    assertThatThrownBy(() -> client.delete().resourceById("Patient", "x").execute())
        .isInstanceOfSatisfying(
            MethodNotAllowedException.class, thrown -> hasCode(thrown, "method-not-allowed"));
    assertThatThrownBy(
            () -> client.transaction().withBundle(bundle(ehr.session().text())).execute())
        .isInstanceOfSatisfying(
            UnprocessableEntityException.class, thrown -> hasCode(thrown, "reference-unknown"));
  }

  private static void hasCode(BaseServerResponseException thrown, String code) {
    assertThat(((OperationOutcome) thrown.getOperationOutcome()).getIssue())
        .anyMatch(issue -> code.equals(issue.getDetails().getCodingFirstRep().getCode()));
  }

  @Test
  void asksForAVerdict() {
    var observation =
        FHIR.newJsonParser()
            .parseResource(
                Observation.class, ehr.example("Observation-heart-rate-before-gb-1").text());

    var good =
        (OperationOutcome) client.validate().resource(observation).execute().getOperationOutcome();
    observation.setStatus(null);
    var bad =
        (OperationOutcome) client.validate().resource(observation).execute().getOperationOutcome();

    assertThat(good.getIssue())
        .noneMatch(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR);
    assertThat(bad.getIssue())
        .anyMatch(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR);
  }

  @Test
  void isAnsweredCompressedWhenItAsksForIt() throws IOException {
    var capture = new CapturingInterceptor();
    client.registerInterceptor(capture);
    client.capabilities().ofType(CapabilityStatement.class).execute();
    assertThat(capture.getLastRequest().getAllHeaders().get("Accept-Encoding")).contains("gzip");

    HttpAnswer answer = registry.get("/metadata", "Accept-Encoding", "gzip");
    assertThat(answer.header("Content-Encoding")).contains("gzip");
    byte[] plain =
        new GZIPInputStream(new ByteArrayInputStream(answer.response().body())).readAllBytes();
    assertThat(FHIR.newJsonParser().parseResource(new String(plain, StandardCharsets.UTF_8)))
        .isInstanceOf(CapabilityStatement.class);
  }

  @Test
  void maySubmitCompressed() throws IOException {
    var body = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(body)) {
      gzip.write(ehr.consultation().text().getBytes(StandardCharsets.UTF_8));
    }
    AnswerAssert.assertThat(
            registry.send(
                "POST",
                "",
                body.toByteArray(),
                "Content-Type",
                RegistryUnderTest.JSON,
                "Content-Encoding",
                "gzip"))
        .isAccepted();
  }

  private static Bundle bundle(String json) {
    return FHIR.newJsonParser().parseResource(Bundle.class, json);
  }
}
