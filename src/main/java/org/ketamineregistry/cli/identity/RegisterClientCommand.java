package org.ketamineregistry.cli.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Role;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code register-client}: registers a system at the identity provider, a clinic's for one. */
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
  private final Supplier<String> password;

  @Mixin private Administrator administrator = new Administrator();

  @Option(
      names = "--id",
      required = true,
      description = "The client's id, for example clinic-gb-0001.")
  private String id = "";

  @Option(
      names = "--role",
      required = true,
      description = "submitting-clinic, analyst, steward, peer or auditor.")
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
    this(Administrator::password);
  }

  RegisterClientCommand(Supplier<String> password) {
    this.password = password;
  }

  @Override
  public Integer call() {
    Registration registration = registration();
    return administrator.act(
        spec.commandLine(),
        password,
        realm -> {
          realm.register(registration);
          return "Registered " + registration.id() + " as " + registration.role().code() + ".";
        });
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
}
