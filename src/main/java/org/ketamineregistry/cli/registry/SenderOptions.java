package org.ketamineregistry.cli.registry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.cli.text.Terminal;
import org.ketamineregistry.credentials.BackendService;
import org.ketamineregistry.credentials.SigningKey;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options by which a command proves who runs it. */
public final class SenderOptions {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file that holds a bearer token. It is read for every request, so it may be renewed"
              + " meanwhile; it is sent over https or to this machine only.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description =
          "The id under which this system is registered. With --key, tokens are got by it and"
              + " renewed (SMART Backend Services).")
  private @Nullable String clientId;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "This system's private key, in PEM (PKCS #8) or as a JSON Web Key.")
  private @Nullable Path keyFile;

  @Option(
      names = "--key-id",
      paramLabel = "KID",
      description = "The kid of the key, where the file does not say it.")
  private @Nullable String keyId;

  /** The same for another server than the registry, of which a command reads. */
  public static SenderOptions of(
      @Nullable Path tokenFile,
      @Nullable String clientId,
      @Nullable Path keyFile,
      @Nullable String keyId) {
    var options = new SenderOptions();
    options.tokenFile = tokenFile;
    options.clientId = clientId;
    options.keyFile = keyFile;
    options.keyId = keyId;
    return options;
  }

  /** What requests are sent by. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .followRedirects(Redirect.NEVER)
        .connectTimeout(CONNECT_WITHIN)
        .build();
  }

  /**
   * Holds the options to each other.
   *
   * @throws ParameterException where the options do not go together
   */
  public void check(Terminal terminal) {
    terminal.hold(
        (clientId == null) == (keyFile == null) && (keyFile == null || tokenFile == null),
        "--client-id and --key go together, and without --token-file.");
  }

  /**
   * The registry at an address, to which nobody proves anything in the clear.
   *
   * @param scope what is asked for
   * @throws Unusable where the address, the token or the key is not usable
   */
  public Connection at(String url, String scope)
      throws Unusable, IOException, InterruptedException {
    Registry registry = Registry.at(url, tokenFile != null || keyFile != null);
    HttpClient http = client();
    return new Connection(registry, http, sender(registry, http, scope));
  }

  /**
   * Who proves something to a registry.
   *
   * @param scope what is asked for
   * @throws Unusable where the token or the key is not there
   */
  public Sender sender(Registry registry, HttpClient http, String scope)
      throws Unusable, IOException, InterruptedException {
    if (tokenFile != null) {
      var token = new TokenFile(tokenFile);
      token.authorization();
      return token;
    }
    if (keyFile == null || clientId == null) {
      return Sender.ANYBODY;
    }
    try {
      return new KeyHolder(
          new BackendService(
              registry.forBundles(),
              clientId,
              scope,
              SigningKey.of(Files.readString(keyFile), keyId),
              http,
              Clock.systemUTC()));
    } catch (IllegalArgumentException e) {
      throw new Unusable(keyFile + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Unusable("Cannot read the key in " + keyFile, e);
    }
  }
}
