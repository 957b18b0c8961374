package org.ketamineregistry.cli.identity;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Role;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code register-client}: registers a clinic, a peer or a steward at the identity provider. */
@Command(
    name = "register-client",
    mixinStandardHelpOptions = true,
    description = {
      "Registers a client at the identity provider: its role, its clinic, and its public key.",
      "",
      "A client that is registered already becomes what is said here, so the same command changes a"
          + " key. The password of the administrator is read from the environment variable"
          + " KEYCLOAK_ADMIN_PASSWORD, or asked for. The private key stays with the client."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The client is registered.",
      "1:The identity provider refused, or cannot be reached.",
      "2:What was said is not enough, or a file cannot be read."
    })
public final class RegisterClientCommand implements Callable<Integer> {
  private static final int REFUSED = 1;
  private static final String PASSWORD = "KEYCLOAK_ADMIN_PASSWORD";

  private final Supplier<String> password;

  @Option(
      names = "--issuer",
      required = true,
      description = "The realm, for example https://host/realms/ketamine-registry.")
  private URI issuer = URI.create("");

  @Option(
      names = "--as",
      defaultValue = "admin",
      description = "An administrator in Keycloak's realm master (default: ${DEFAULT-VALUE}).")
  private String administrator = "";

  @Option(
      names = "--id",
      required = true,
      description = "The client's id, for example clinic-gb-0001.")
  private String id = "";

  @Option(
      names = "--role",
      required = true,
      description = "submitting-clinic, clinician, analyst, steward, peer or auditor.")
  private String role = "";

  @Option(
      names = "--clinic",
      description =
          "system|value of the Organization's identifier; for the roles of a clinic, and no other.")
  private @Nullable String clinic;

  @ArgGroup(multiplicity = "1")
  private Keys keys = new Keys();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  /** One of the two ways to say what the client signs with. */
  static final class Keys {
    @Option(
        names = "--keys",
        paramLabel = "FILE",
        description = "Its public keys: a JSON Web Key Set, for RS384 or ES384.")
    private @Nullable Path file;

    @Option(
        names = "--keys-at",
        paramLabel = "URL",
        description = "The https address of its public keys, each with \"use\": \"sig\".")
    private @Nullable URI address;
  }

  public RegisterClientCommand() {
    this(RegisterClientCommand::passwordOfTheEnvironment);
  }

  RegisterClientCommand(Supplier<String> password) {
    this.password = password;
  }

  @Override
  public Integer call() {
    Registration registration = registration();
    try {
      KeycloakRealm.signedIn(issuer, administrator, password.get()).register(registration);
    } catch (IllegalStateException | UncheckedIOException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      return REFUSED;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("Registered " + registration.id() + " as " + registration.role().code() + ".");
    out.flush();
    return 0;
  }

  private Registration registration() {
    try {
      Role known =
          Role.claimed(role)
              .orElseThrow(() -> new IllegalArgumentException("There is no such role."));
      return new Registration(id, known, clinic, publicKeys());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private PublicKeys publicKeys() {
    if (keys.address != null) {
      return PublicKeys.at(keys.address);
    }
    try {
      return PublicKeys.of(keys.file == null ? "" : Files.readString(keys.file));
    } catch (IOException e) {
      throw new IllegalArgumentException("The file of the keys cannot be read.", e);
    }
  }

  private static String passwordOfTheEnvironment() {
    String known = System.getenv(PASSWORD);
    if (known != null) {
      return known;
    }
    return Optional.<Console>ofNullable(System.console())
        .map(console -> console.readPassword("Password of the administrator: "))
        .map(String::valueOf)
        .orElseThrow(
            () -> new IllegalStateException("Set " + PASSWORD + ": there is nobody to ask."));
  }
}
