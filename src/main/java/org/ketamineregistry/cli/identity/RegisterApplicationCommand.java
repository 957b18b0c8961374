package org.ketamineregistry.cli.identity;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.ketamineregistry.access.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code register-application}: registers an application that people sign in with. */
@Command(
    name = "register-application",
    mixinStandardHelpOptions = true,
    description = {
      "Registers an application that people sign in with: whose work it is for, and where they come"
          + " back to.",
      "",
      "It is a public client: it has no secret, no key and no role, which is the person's. One that"
          + " is registered already becomes what is said here. The password of the administrator is"
          + " read from the environment variable KEYCLOAK_ADMIN_PASSWORD, or asked for."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The application is registered.",
      "1:The identity provider refused, or cannot be reached.",
      "2:What was said is not enough."
    })
public final class RegisterApplicationCommand implements Callable<Integer> {
  private final Supplier<String> password;

  @Mixin private Administrator administrator = new Administrator();

  @Option(
      names = "--id",
      required = true,
      description = "The application's client id, for example chart-viewer.")
  private String id = "";

  @Option(
      names = "--for",
      required = true,
      split = ",",
      paramLabel = "ROLE",
      description =
          "Whose work it is for: clinician, analyst, steward or auditor, or several. It may ask for"
              + " their scopes and no others.")
  private Set<String> roles = Set.of();

  @Option(
      names = "--redirect-uri",
      required = true,
      paramLabel = "URI",
      description =
          "Where the person comes back to, exactly: https://host/path, http://127.0.0.1/path or"
              + " com.example.app:/path. It may be given several times.")
  private List<URI> redirects = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  public RegisterApplicationCommand() {
    this(Administrator::password);
  }

  RegisterApplicationCommand(Supplier<String> password) {
    this.password = password;
  }

  @Override
  public Integer call() {
    Application application = application();
    return administrator.act(
        spec.commandLine(),
        password,
        realm -> {
          realm.register(application);
          return "Registered " + application.id() + ".";
        });
  }

  private Application application() {
    try {
      Set<Role> known = new LinkedHashSet<>();
      for (String code : roles) {
        known.add(
            Role.claimed(code)
                .orElseThrow(() -> new IllegalArgumentException("There is no such role.")));
      }
      return new Application(id, known, redirects);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
