package org.ketamineregistry.cli.identity;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code register-person}: registers somebody who signs in, with a role and a clinic. */
@Command(
    name = "register-person",
    mixinStandardHelpOptions = true,
    description = {
      "Registers a person who signs in: the role, the clinic, and a temporary password.",
      "",
      "The temporary password has to be changed at the first sign-in. It is read from the"
          + " environment variable REGISTRY_PERSON_PASSWORD, or asked for; that of the administrator"
          + " from KEYCLOAK_ADMIN_PASSWORD. It has 14 characters or more and is not the user name.",
      "",
      "A person who is registered already gets this role and this clinic in the place of the old"
          + " ones, is signed out, and keeps the password unless a new one is asked for."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The person is registered.",
      "1:The identity provider refused, or cannot be reached.",
      "2:What was said is not enough."
    })
public final class RegisterPersonCommand implements Callable<Integer> {
  private final Supplier<String> password;
  private final Supplier<String> temporary;

  @Mixin private Administrator administrator = new Administrator();

  @Option(names = "--name", required = true, description = "The user name, for example a.smith.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      description = "clinician, analyst, steward or auditor.")
  private String role = "";

  @Option(
      names = "--clinic",
      description =
          "system|value of the Organization's identifier; for a clinician, and nobody else.")
  private @Nullable String clinic;

  @Option(
      names = "--new-password",
      description = "Gives a person who is registered already a new temporary password.")
  private boolean anew;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  public RegisterPersonCommand() {
    this(
        Administrator::password,
        () -> Secret.of("REGISTRY_PERSON_PASSWORD", "Temporary password of the person: "));
  }

  RegisterPersonCommand(Supplier<String> password, Supplier<String> temporary) {
    this.password = password;
    this.temporary = temporary;
  }

  @Override
  public Integer call() {
    Person person = person();
    return administrator.act(
        spec.commandLine(),
        password,
        realm -> {
          realm.register(person, temporary, anew);
          return "Registered " + person.name() + " as " + person.role().code() + ".";
        });
  }

  private Person person() {
    try {
      Role known =
          Role.claimed(role)
              .orElseThrow(() -> new IllegalArgumentException("There is no such role."));
      return new Person(name, known, clinic);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
