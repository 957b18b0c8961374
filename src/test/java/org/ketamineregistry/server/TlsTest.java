package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** TLS, and certificates of peers, by the settings that {@code docs/operations.md} names. */
class TlsTest {
  @TempDir private Path folder = Path.of("");

  private @Nullable ServletWebServerApplicationContext server;

  @BeforeEach
  void make() throws Exception {
    var certificates = new Certificates(folder);
    for (String name : new String[] {"tls", "peer", "stranger"}) {
      certificates.make(name);
    }
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void whereACertificateIsNeededAPeerShowsOneAndNobodyElseComes() throws Exception {
    start("need");

    assertThat(ask("peer")).isEqualTo(200);
    assertThatThrownBy(() -> ask(null)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> ask("stranger")).isInstanceOf(IOException.class);
  }

  @Test
  void whereACertificateIsWantedOthersComeWithoutOne() throws Exception {
    start("want");

    assertThat(ask("peer")).isEqualTo(200);
    assertThat(ask(null)).isEqualTo(200);
  }

  @Test
  void plainHttpIsNotAnswered() throws Exception {
    start("want");

    RawHttp.Answer answer = RawHttp.exchange(port(), "GET", "/fhir/metadata", new byte[0]);

    assertThat(answer.status()).isNotEqualTo(200);
  }

  private void start(String clientAuthentication) {
    String bundle = "--spring.ssl.bundle.pem.registry.";
    server =
        DoorOnly.start(
            "--server.ssl.bundle=registry",
            "--server.ssl.client-auth=" + clientAuthentication,
            bundle + "keystore.certificate=file:" + folder.resolve("tls.crt"),
            bundle + "keystore.private-key=file:" + folder.resolve("tls.key"),
            bundle + "truststore.certificate=file:" + folder.resolve("peer.crt"));
    server.getBean(DoorOnly.Patience.class).mayAnswer.countDown();
  }

  private int port() {
    if (server == null) {
      throw new IllegalStateException("Not started");
    }
    return server.getWebServer().getPort();
  }

  private int ask(@Nullable String certificate) throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(new Certificates(folder).client("tls", certificate))
            .build();
    return client
        .send(
            HttpRequest.newBuilder(URI.create("https://localhost:" + port() + "/")).build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
