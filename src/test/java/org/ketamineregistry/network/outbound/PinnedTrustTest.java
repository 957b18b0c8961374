package org.ketamineregistry.network.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.server.Certificates;

/** A member is who has its key, not who has a certificate for its name. */
class PinnedTrustTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private Certificates certificates;
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    certificates = new Certificates(folder);
    certificates.make("member");
    certificates.make("other");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificates.server("member")));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void trustsTheKeyOfTheDirectory() throws Exception {
    assertThat(ask("member", Set.of(digest("other"), digest("member")))).isEqualTo(204);
  }

  @Test
  void trustsNoOtherKeyThoughTheMachineTrustsItsCertificate() {
    assertThatThrownBy(() -> ask("member", Set.of(digest("other"))))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("does not know this key");
  }

  @Test
  void trustsNoKeyWhoseCertificateTheMachineDoesNotTrust() {
    assertThatThrownBy(() -> ask("other", Set.of(digest("member"))))
        .isInstanceOf(SSLException.class);
  }

  private int ask(String trusted, Set<String> keys) throws Exception {
    return HttpClient.newBuilder()
        .sslContext(PinnedTrust.context(certificates.trusting(trusted), keys))
        .build()
        .send(
            HttpRequest.newBuilder(
                    URI.create("https://localhost:" + server.getAddress().getPort() + "/"))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private String digest(String name) throws Exception {
    byte[] key = certificates.certificate(name).getPublicKey().getEncoded();
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
  }
}
