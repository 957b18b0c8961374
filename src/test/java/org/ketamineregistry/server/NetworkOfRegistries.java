package org.ketamineregistry.server;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.database.TestDatabase;
import org.ketamineregistry.identity.Identity;
import org.ketamineregistry.network.DirectoryWriter;
import org.ketamineregistry.network.outbound.FakeMember;
import org.ketamineregistry.network.outbound.FakeMember.Answer;
import org.ketamineregistry.network.outbound.FakeMember.Received;
import org.ketamineregistry.process.ServerProcess;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContextManager;

/** Registries that know each other by a directory, each with a database of its own. */
final class NetworkOfRegistries implements AutoCloseable {
  static final Path FOLDER = Path.of("target/test-real-network").toAbsolutePath();
  private static final ECKey KEY = DirectoryWriter.newKey();

  private final Identity identity = Identity.provider();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final DirectoryWriter directory = new DirectoryWriter(KEY, System.currentTimeMillis());
  private final List<AutoCloseable> open = new ArrayList<>();

  /** A registry in this process, as the annotations of a class describe it. */
  ApplicationContext start(Class<?> described) {
    var manager = new TestContextManager(described);
    open.add(() -> manager.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE));
    return manager.getTestContext().getApplicationContext();
  }

  /** A registry in a process of its own, which can be killed and started again. */
  final class Apart implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private final JdbcConnectionDetails database = TestDatabase.fresh();
    private final SingleConnectionDataSource connection =
        new SingleConnectionDataSource(
            database.getJdbcUrl(), database.getUsername(), database.getPassword(), true);
    private final JdbcTemplate jdbc = new JdbcTemplate(connection);
    private final String client;
    private ServerProcess process;

    Apart(Path folder) throws IOException {
      this.folder = folder;
      Identity.Client self = identity.register(Role.PEER, null);
      client = self.id();
      settings.put("SPRING_DATASOURCE_URL", database.getJdbcUrl());
      settings.put("SPRING_DATASOURCE_USERNAME", database.getUsername());
      settings.put("SPRING_DATASOURCE_PASSWORD", database.getPassword());
      settings.put("REGISTRY_ACCESS_ISSUER", identity.issuer());
      settings.put("REGISTRY_ACCESS_AUDIENCE", Identity.AUDIENCE);
      settings.put("REGISTRY_PRIVACY_CUTS_INTERVAL", "500ms");
      settings.put("REGISTRY_NETWORK_DIRECTORY", FOLDER.resolve("directory.jws").toString());
      settings.put("REGISTRY_NETWORK_SIGNERS", FOLDER.resolve("signers.json").toString());
      settings.put("REGISTRY_NETWORK_CLIENTID", client);
      settings.put("REGISTRY_NETWORK_KEYFILE", self.keyFile().toString());
      settings.put("REGISTRY_NETWORK_ATONCE", "200ms");
      process = started();
      open.add(this);
    }

    private ServerProcess started() throws IOException {
      return ServerProcess.start(
          ServerProcess.Recipe.registry(ServerProcess.startingQuickly("768m")), folder, settings);
    }

    /** The registry, once it is ready. */
    RegistryUnderTest ready() throws IOException, InterruptedException {
      process.awaitReady();
      return new RegistryUnderTest(
          new MockEnvironment()
              .withProperty("local.server.port", process.root().replaceFirst(".*:", "")),
          jdbc);
    }

    String root() {
      return process.root();
    }

    String client() {
      return client;
    }

    void kill() throws InterruptedException {
      process.kill();
    }

    void restart() throws IOException {
      process = started();
    }

    @Override
    public void close() {
      process.close();
      connection.destroy();
    }
  }

  /** Somebody on the way to a registry, who passes requests on, and may hold what comes. */
  FakeMember before(Supplier<String> root, OnTheWay onTheWay) {
    var between =
        new FakeMember("between", request -> onTheWay.pass(request, () -> passed(root, request)));
    open.add(between);
    return between;
  }

  /** What happens on the way. */
  interface OnTheWay {
    Answer pass(Received request, Onward onward) throws IOException, InterruptedException;
  }

  /** The rest of the way. */
  interface Onward {
    Answer pass() throws IOException, InterruptedException;
  }

  static boolean isQuestion(Received request) {
    return request.target().endsWith("$evaluate-protected");
  }

  private Answer passed(Supplier<String> root, Received request)
      throws IOException, InterruptedException {
    HttpRequest.Builder onward =
        HttpRequest.newBuilder(URI.create(root.get() + request.target()))
            .method(request.method(), BodyPublishers.ofString(request.body()));
    for (String name :
        List.of("accept", "authorization", "content-type", "idempotency-key", "prefer")) {
      if (!request.header(name).isEmpty()) {
        onward.header(name, request.header(name));
      }
    }
    HttpResponse<String> answer = http.send(onward.build(), BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(),
        answer.body(),
        "Content-Type",
        answer.headers().firstValue("Content-Type").orElse("application/json"));
  }

  /** Adds a member to the directory. */
  NetworkOfRegistries with(String id, String base, String guideVersion) {
    directory.with(id, base, identity.tokenEndpoint(), guideVersion);
    return this;
  }

  void publish() throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("signers.json"), DirectoryWriter.signers(KEY));
    Files.writeString(FOLDER.resolve("directory.jws"), directory.signed());
  }

  @Override
  public void close() throws Exception {
    Files.deleteIfExists(FOLDER.resolve("directory.jws"));
    for (AutoCloseable one : open) {
      one.close();
    }
  }
}
