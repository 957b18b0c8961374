package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketamineregistry.profiles.GuideDefinitions;
import org.springframework.mock.web.MockHttpServletRequest;

/** The whole list of what needs no token. */
class PublicAddressesTest {
  private static final int METRICS = 9000;
  private static final PublicAddresses PUBLIC =
      new PublicAddresses(GuideDefinitions.get(), METRICS);

  @ParameterizedTest
  @CsvSource({
    "GET, /fhir/metadata, 8080, true",
    "HEAD, /fhir/metadata, 8080, true",
    "POST, /fhir/metadata, 8080, false",
    "GET, /fhir/StructureDefinition/ketamine-patient, 8080, true",
    "GET, /fhir/StructureDefinition/x/_history, 8080, false",
    "PUT, /fhir/StructureDefinition/x, 8080, false",
    "GET, /fhir/Organization, 8080, false",
    "GET, /fhir/MeasureReport, 8080, false",
    "GET, /fhir/AuditEvent, 8080, false",
    "POST, /fhir/Bundle/$validate, 8080, true",
    "POST, /fhir/Patient/%24validate, 8080, true",
    "POST, /fhir/Patient/1/$validate, 8080, false",
    "GET, /fhir/Patient/1/$validate, 8080, false",
    "POST, /fhir/Patient/$link-pseudonyms, 8080, false",
    "POST, /fhir/Measure/sessions/$evaluate-protected, 8080, true",
    "GET, /fhir/Measure/sessions/$evaluate-protected, 8080, false",
    "POST, /fhir/Measure/$evaluate-protected, 8080, false",
    "POST, /fhir/Measure/sessions/$evaluate-exact, 8080, false",
    "POST, /fhir/Patient/1/$evaluate-protected, 8080, false",
    "GET, /guide, 8080, true",
    "GET, /guided, 8080, false",
    "POST, /validate, 8080, false",
    "GET, /actuator/health/readiness, 8080, true",
    "GET, /actuator/prometheus, 8080, false",
    "GET, /actuator/prometheus, 9000, true",
    "POST, /actuator/prometheus, 9000, false",
    "GET, /fhir/Patient, 9000, false"
  })
  void areThese(String method, String path, int port, boolean open) {
    var request = new MockHttpServletRequest(method, path);
    request.setLocalPort(port);

    assertThat(PUBLIC.matches(request)).isEqualTo(open);
  }
}
