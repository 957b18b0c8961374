package org.ketamineregistry.cli.source;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.push.Patience;
import org.ketamineregistry.cli.registry.Registry;
import org.ketamineregistry.cli.registry.Sender;
import org.ketamineregistry.cli.registry.SenderOptions;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where resources are fetched from, and how whoever runs the command proves who it is there. */
final class SourceOptions {
  private static final int ATTEMPTS = 8;

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "The FHIR base of the source, such as https://ehr.example/fhir.")
  private @Nullable String url;

  @Option(
      names = "--group",
      paramLabel = "ID",
      description = "Export the patients of this Group alone.")
  private @Nullable String group;

  @Option(
      names = "--patients",
      description = "Export by Patient/$$export, where the source has no export of the system.")
  private boolean patients;

  @Option(
      names = "--search",
      description =
          "Search the types one by one. That is done without being asked where the source has no"
              + " Bulk Data export.")
  private boolean search;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      defaultValue = "adapt-fhir-state",
      description =
          "The folder that keeps what was fetched until it is brought, and since when the next run"
              + " asks (default: ${DEFAULT-VALUE}). It holds patient data.")
  private Path state = Path.of("adapt-fhir-state");

  @Option(
      names = "--from-token-file",
      paramLabel = "FILE",
      description = "A file that holds a bearer token of the source, read for every request.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--from-client-id",
      paramLabel = "ID",
      description = "The id under which this system is registered at the source.")
  private @Nullable String clientId;

  @Option(
      names = "--from-key",
      paramLabel = "FILE",
      description = "This system's private key for the source, in PEM or as a JSON Web Key.")
  private @Nullable Path keyFile;

  @Option(
      names = "--from-key-id",
      paramLabel = "KID",
      description = "The kid of that key, where the file does not say it.")
  private @Nullable String keyId;

  @Option(
      names = "--from-scope",
      paramLabel = "SCOPES",
      defaultValue = "system/*.read",
      description = "What is asked for at the source (default: ${DEFAULT-VALUE}).")
  private String scope = "";

  /** Whether a server is the source. */
  boolean isServer() {
    return url != null;
  }

  Path state() {
    return state;
  }

  /**
   * @throws ParameterException where the options do not go together
   */
  void check(Terminal terminal) {
    terminal.hold(
        url != null || (group == null && !patients && !search),
        "--group, --patients and --search go with --from.");
    terminal.hold(
        Stream.of(group != null, patients, search).filter(one -> one).count() <= 1,
        "--group, --patients and --search: one alone of them.");
    terminal.hold(
        group == null || group.matches("[A-Za-z0-9.-]{1,64}"), "--group takes the id of a Group.");
    terminal.hold(
        (clientId == null) == (keyFile == null) && (keyFile == null || tokenFile == null),
        "--from-client-id and --from-key go together, and without --from-token-file.");
  }

  /** What is asked for. */
  Wanted wanted(List<String> types) {
    return new Wanted(
        group != null ? "Group/" + group + "/$export" : patients ? "Patient/$export" : "$export",
        search,
        group == null,
        types);
  }

  /** The server. */
  SourceServer server() throws Unusable, InterruptedException, java.io.IOException {
    SenderOptions identity = SenderOptions.of(tokenFile, clientId, keyFile, keyId);
    Registry base = Registry.at(String.valueOf(url), true);
    HttpClient http = SenderOptions.client();
    Sender sender = identity.sender(base, http, scope);
    return new SourceServer(http, base.forBundles(), sender, Patience.usual(ATTEMPTS));
  }
}
