package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who has no token may ask so often from one address. */
class AddressLimitTest {
  private final AddressLimit limit =
      new AddressLimit(
          new RateLimits(new RateSettings(1, 2)),
          new TokenRefusals(
              new FhirAnswers(
                  FhirContext.forR4Cached(),
                  new CurrentResources(new DaoRegistry()),
                  new RequestAudit(entry -> {}, Clock.systemUTC()))));

  @Test
  void isToldAndSaysWhenToComeAgain() throws Exception {
    assertThat(ask("192.0.2.1", null).getStatus()).isEqualTo(200);
    assertThat(ask("192.0.2.1", null).getStatus()).isEqualTo(200);

    MockHttpServletResponse answer = ask("192.0.2.1", null);

    assertThat(answer.getStatus()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.getHeader("Retry-After"))).isBetween(1, 31);
    assertThat(answer.getContentAsString()).contains("OperationOutcome", "\"too-many-requests\"");
  }

  @Test
  void isThatOfAnAddressAlone() throws Exception {
    ask("192.0.2.1", null);
    ask("192.0.2.1", null);

    assertThat(ask("192.0.2.2", null).getStatus()).isEqualTo(200);
    assertThat(ask("192.0.2.1", "Bearer x").getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse ask(String address, @Nullable String authorization)
      throws ServletException, IOException {
    var request = new MockHttpServletRequest("GET", "/fhir/metadata");
    request.setRemoteAddr(address);
    if (authorization != null) {
      request.addHeader("Authorization", authorization);
    }
    var response = new MockHttpServletResponse();
    limit.doFilter(request, response, new MockFilterChain());
    return response;
  }
}
