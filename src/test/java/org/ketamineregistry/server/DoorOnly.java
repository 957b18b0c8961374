package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The registry's web server with the product's settings and nothing behind it, which starts in a
 * moment. What is asked of it is answered when the test lets it.
 */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  ServletWebServerFactoryAutoConfiguration.class,
  SslAutoConfiguration.class
})
@EnableConfigurationProperties(AccessSettings.class)
@Import({LoopbackGuard.class, RequestIdFilter.class})
class DoorOnly {
  static ServletWebServerApplicationContext start(String... settings) {
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(DoorOnly.class)
            .web(WebApplicationType.SERVLET)
            .run(
                Stream.concat(Stream.of("--server.port=0"), Stream.of(settings))
                    .toArray(String[]::new));
  }

  @Bean
  Patience patience() {
    return new Patience();
  }

  @Bean
  ServletRegistrationBean<Patience> servlet(Patience patience) {
    return new ServletRegistrationBean<>(patience, "/*");
  }

  /** Answers when it may. */
  static final class Patience extends HttpServlet {
    private static final long serialVersionUID = 1L;

    final transient CountDownLatch asked = new CountDownLatch(1);
    final transient CountDownLatch mayAnswer = new CountDownLatch(1);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      asked.countDown();
      try {
        mayAnswer.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
      response.getWriter().write("kept");
    }
  }
}
