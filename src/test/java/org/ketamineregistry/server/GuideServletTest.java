package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A registry may be built without the guide's site. */
class GuideServletTest {

  @Test
  void saysHowTheSiteIsBuiltWhereItIsNot() throws ServletException, IOException {
    var request = new MockHttpServletRequest("GET", "/guide/");
    request.setPathInfo("/");
    var response = new MockHttpServletResponse();

    new GuideServlet(Optional::empty).service(request, response);

    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getContentType()).startsWith("text/html");
    assertThat(response.getContentAsString()).contains("mvn -Pguide package");
  }
}
