package org.ketamineregistry.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ketamineregistry.answer.CutRound;
import org.ketamineregistry.cli.RegistryCommand;
import org.ketamineregistry.synthetic.Clinic;
import org.ketamineregistry.synthetic.Cohort;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Registries of several countries on this machine, each with a database, keys and privacy of its
 * own, that ask each other by HTTP and know each other by signed directory and token. Everything
 * that a person could do by a command is done by that command.
 */
final class NetworkDemo implements AutoCloseable {
  private static final long SEED = 2017;

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

  /**
   * Asks the network, by an analyst of one registry.
   *
   * @return the table that {@code ask} prints
   */
  String ask(Country country, DemoQuestion question) throws Failed {
    // 1 is an answer without some of the members, which is shown like any other.
    return run(List.of(0, 1), question.command(folder(country)));
  }

  /**
   * Runs a command of the command line.
   *
   * @return what it printed
   * @throws Failed where it ended with another exit code than those that are expected
   */
  private static String run(List<Integer> expected, List<String> arguments) throws Failed {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        RegistryCommand.within(
            new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    if (!expected.contains(code)) {
      throw new Failed(
          "%s ended with %d: %s%s".formatted(String.join(" ", arguments), code, out, err));
    }
    return out.toString();
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
    of.ownClients(cohort(of.country()).clinics().stream().map(Clinic::identifier).toList())
        .forEach(issuer::register);
    folders.values().forEach(peer -> issuer.register(peer.asPeer()));
    return issuer;
  }

  private static Cohort cohort(Country country) {
    return Cohort.of(SEED, country.patients(), country.jurisdiction());
  }

  private Path network() {
    return folder.resolve("network");
  }

  private void makeDirectory() throws IOException, Failed {
    Path network = Files.createDirectories(network());
    String signers =
        run(List.of(0), List.of("directory", "key", network.resolve("signer.key").toString()));
    Files.writeString(network.resolve("signers.json"), signers);
    Files.writeString(network.resolve("members.yaml"), MembersList.of(folders.values()));
    progress.say(
        run(
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

  /** Sends what was not accepted yet: all registries at once, each clinic after clinic. */
  void load() throws Failed, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(countries.size());
    try {
      List<Callable<Void>> loads = new ArrayList<>();
      countries.forEach(country -> loads.add(() -> load(country)));
      for (Future<Void> load : workers.invokeAll(loads)) {
        load.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Failed failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Void load(Country country) throws Failed {
    CountryFolder of = folder(country);
    if (!Files.exists(of.cohort())) {
      run(
          List.of(0),
          List.of(
              "generate",
              "--by-sender",
              "--compact",
              "--seed",
              Long.toString(SEED),
              "--patients",
              Integer.toString(country.patients()),
              "--jurisdiction",
              country.jurisdiction(),
              "--to",
              of.cohort().toString()));
    }
    push(of, "steward", CountryFolder.STEWARD, "purpose/HSYSADMIN system/Organization.crus");
    for (Clinic clinic : cohort(country).clinics()) {
      String id = clinic.identifier();
      push(of, id, CountryFolder.clinicClient(id), "purpose/TREAT system/*.crus");
    }
    return null;
  }

  private void push(CountryFolder of, String sender, String client, String scope) throws Failed {
    Path sent = of.cohort().resolve(sender);
    if (!Files.exists(sent)) {
      return;
    }
    List<String> arguments = new ArrayList<>(List.of("push", sent.toString()));
    arguments.addAll(List.of("--to", of.base().toString(), "--scope", scope));
    arguments.addAll(List.of("--concurrency", "2"));
    arguments.addAll(of.as(client));
    String report = run(List.of(0), arguments);
    progress.say("%s: %s, %s".formatted(of.country().id(), sender, report.strip()));
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
