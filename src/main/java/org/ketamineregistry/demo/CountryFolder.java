package org.ketamineregistry.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.credentials.SigningKey;
import org.ketamineregistry.demo.Issuer.Client;
import org.ketamineregistry.keys.KeyFile;
import org.ketamineregistry.profiles.Canonical;

/**
 * What belongs to one country's registry, in a folder of its own: database, keys, cohort.
 *
 * @param root the folder
 * @param country whose it is
 * @param base the registry's FHIR base
 * @param issuer who gives its tokens
 */
record CountryFolder(Path root, Country country, URI base, URI issuer) {
  static final String ANALYST = "analyst";
  static final String STEWARD = "steward";

  /** The private key of a system, which is made when it is first asked for. */
  Path key(String client) {
    Path file = root.resolve("keys").resolve(client + ".key");
    KeyFile.read(file, SigningKey::newKey);
    return file;
  }

  Path cohort() {
    return root.resolve("cohort");
  }

  /** The id of the system of a clinic. */
  static String clinicClient(String clinic) {
    return "clinic-" + clinic.toLowerCase(Locale.ROOT);
  }

  /** Who may ask for tokens beside the peers: the steward, an analyst, and each clinic's system. */
  List<Client> ownClients(List<String> clinics) {
    List<Client> clients = new ArrayList<>();
    clients.add(client(STEWARD, Role.STEWARD));
    clients.add(client(ANALYST, Role.ANALYST));
    for (String clinic : clinics) {
      String id = clinicClient(clinic);
      clients.add(
          new Client(id, Role.SUBMITTING_CLINIC, Canonical.CLINIC + "|" + clinic, publicKey(id)));
    }
    return clients;
  }

  /** How others know this registry. */
  Client asPeer() {
    return client(country.peer(), Role.PEER);
  }

  /** The key by which the issuer signs. */
  String issuerKey() {
    return KeyFile.read(root.resolve("keys").resolve("issuer.key"), SigningKey::newKey);
  }

  private Client client(String id, Role role) {
    return new Client(id, role, null, publicKey(id));
  }

  private String publicKey(String client) {
    return SigningKey.publicKeys(KeyFile.read(key(client), SigningKey::newKey));
  }

  /**
   * The settings of the server, as {@code serve} takes them.
   *
   * @param network the folder with the network's directory and its signers
   */
  List<String> settings(Path network) {
    Path data = root.resolve("data");
    return Stream.of(
            "server.address=127.0.0.1",
            "server.port=" + base.getPort(),
            "registry.jurisdiction=" + country.jurisdiction(),
            "registry.access.issuer=" + issuer,
            "registry.access.audience=" + base,
            "registry.database.directory=" + data,
            // One copy of PostgreSQL's programs does for all.
            "registry.database.binaries=" + network.resolveSibling("binaries"),
            "registry.database.shared-buffers=64MB",
            "spring.datasource.hikari.maximum-pool-size=10",
            "registry.receipts.key-file=" + data.resolve("receipts.key"),
            "registry.audit.key-file=" + data.resolve("audit.key"),
            "registry.audit.checkpoint-folder=" + data.resolve("audit-checkpoints"),
            "registry.privacy.key-file=" + data.resolve("privacy.key"),
            "registry.privacy.threshold=" + country.threshold(),
            "registry.privacy.maximum-noise=" + country.maximumNoise(),
            "registry.privacy.minimum-clinics=" + country.minimumClinics(),
            // A cut that is made while the cohort is on its way would be of a part of it.
            "registry.privacy.cuts.interval=0",
            "registry.network.directory=" + network.resolve("directory.jws"),
            "registry.network.signers=" + network.resolve("signers.json"),
            "registry.network.client-id=" + country.peer(),
            "registry.network.key-file=" + key(country.peer()))
        .map(setting -> "--" + setting)
        .toList();
  }

  /** What somebody at a terminal adds to a command to be a client of this registry. */
  List<String> as(String client) {
    return Arrays.asList("--client-id", client, "--key", key(client).toString());
  }
}
