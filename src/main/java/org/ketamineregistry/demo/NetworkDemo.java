package org.ketamineregistry.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ketamineregistry.answer.CutRound;
import org.ketamineregistry.synthetic.Clinic;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Registries of several countries on this machine, each with a database, keys and privacy of its
 * own, that ask each other by HTTP and know each other by signed directory and token. Everything
 * that a person could do by a command is done by that command.
 */
final class NetworkDemo implements AutoCloseable {
  private final Path folder;
  private final List<Country> countries;
  private final int port;
  private final Server server;
  private final Progress progress;
  private final Map<Country, CountryFolder> folders = new LinkedHashMap<>();
  private final Map<Country, ConfigurableApplicationContext> running = new LinkedHashMap<>();
  private AutoCloseable issuers = () -> {};

  /**
   * @param folder where everything is kept
   * @param port that of the identity providers, and those after it of the registries; 0 for any
   *     that are free
   * @param server starts a registry
   */
  NetworkDemo(Path folder, List<Country> countries, int port, Server server, Progress progress) {
    this.folder = folder;
    this.countries = countries;
    this.port = port;
    this.server = server;
    this.progress = progress;
  }

  /** Starts a registry by its settings, as {@code serve} takes them. */
  interface Server {
    ConfigurableApplicationContext start(List<String> settings);
  }

  /** What a country's registry is and where its things lie. */
  CountryFolder folder(Country country) {
    CountryFolder found = folders.get(country);
    if (found == null) {
      throw new IllegalStateException("The demonstration has not begun");
    }
    return found;
  }

  ConfigurableApplicationContext server(Country country) {
    ConfigurableApplicationContext found = running.get(country);
    if (found == null) {
      throw new IllegalStateException("The registry does not run");
    }
    return found;
  }

  /**
   * Starts everything and loads what is not loaded yet; returns when all registries can be asked.
   *
   * @throws Failed where something does not go on, in words
   */
  void start() throws Failed, InterruptedException {
    try {
      Files.createDirectories(folder);
      List<Integer> ports = ports();
      startIssuers(ports);
      makeDirectory();
      for (Country country : countries) {
        startRegistry(country);
      }
      load();
      for (Country country : countries) {
        server(country).getBean(CutRound.class).run();
      }
      progress.say("Every registry has made its cut, over which it answers others.");
    } catch (IOException e) {
      throw new Failed("Cannot read or write in " + folder + ": " + e.getMessage());
    }
  }

  /** Sends what was not accepted yet. */
  void load() throws Failed, InterruptedException {
    new CohortLoading(progress).load(List.copyOf(folders.values()));
  }

  /**
   * Asks the network, by an analyst of one registry.
   *
   * @return the table that {@code ask} prints
   */
  String ask(Country country, DemoQuestion question) throws Failed {
    // 1 is an answer without some of the members, which is shown like any other.
    return DemoCommand.run(List.of(0, 1), question.command(folder(country)));
  }

  private List<Integer> ports() throws IOException, Failed {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int number = 0; number <= countries.size(); number++) {
        int wanted = port == 0 ? 0 : port + number;
        try {
          held.add(new ServerSocket(wanted, 1, InetAddress.getByName("127.0.0.1")));
        } catch (BindException e) {
          throw new Failed(
              "Port %d is taken: name another first port by --port, or 0 for any."
                  .formatted(wanted));
        }
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private void startIssuers(List<Integer> ports) throws IOException {
    for (int number = 0; number < countries.size(); number++) {
      Country country = countries.get(number);
      folders.put(
          country,
          new CountryFolder(
              folder.resolve(country.id()),
              country,
              URI.create("http://127.0.0.1:" + ports.get(number + 1) + "/fhir"),
              URI.create("http://127.0.0.1:" + ports.get(0) + "/realms/" + country.id())));
    }
    List<Issuer> all = folders.values().stream().map(this::issuer).toList();
    issuers = IssuerServer.start(ports.get(0), all);
    progress.say("An identity provider for each registry gives tokens, at port " + ports.get(0));
  }

  private Issuer issuer(CountryFolder of) {
    var issuer = new Issuer(of.issuer(), of.base(), of.issuerKey(), Clock.systemUTC());
    of.ownClients(
            CohortLoading.cohort(of.country()).clinics().stream().map(Clinic::identifier).toList())
        .forEach(issuer::register);
    folders.values().forEach(peer -> issuer.register(peer.asPeer()));
    return issuer;
  }

  private Path network() {
    return folder.resolve("network");
  }

  private void makeDirectory() throws IOException, Failed {
    Path network = Files.createDirectories(network());
    String signers =
        DemoCommand.run(
            List.of(0), List.of("directory", "key", network.resolve("signer.key").toString()));
    Files.writeString(network.resolve("signers.json"), signers);
    Files.writeString(network.resolve("members.yaml"), MembersList.of(folders.values()));
    progress.say(
        DemoCommand.run(
                List.of(0),
                List.of(
                    "directory",
                    "sign",
                    "--members",
                    network.resolve("members.yaml").toString(),
                    "--key",
                    network.resolve("signer.key").toString(),
                    "--out",
                    network.resolve("directory.jws").toString()))
            .strip());
  }

  private void startRegistry(Country country) {
    CountryFolder of = folder(country);
    progress.say(country.id() + ": starts at " + of.base());
    running.put(country, server.start(of.settings(network())));
  }

  /** Ends everything that was started, in the order in which it needs each other. */
  @Override
  public void close() {
    running.values().forEach(ConfigurableApplicationContext::close);
    running.clear();
    try {
      issuers.close();
    } catch (Exception e) {
      throw new IllegalStateException("The identity providers did not end", e);
    }
  }
}
