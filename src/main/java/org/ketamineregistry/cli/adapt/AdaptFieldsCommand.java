package org.ketamineregistry.cli.adapt;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ketamineregistry.adapter.Field;
import org.ketamineregistry.adapter.FieldType;
import org.ketamineregistry.adapter.Template;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a mapping can fill. */
@Command(
    name = "fields",
    mixinStandardHelpOptions = true,
    description = "Tells the kinds of records that a mapping can make, and the fields of each.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:They are printed.", "2:There is no such kind."})
final class AdaptFieldsCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "KIND",
      arity = "0..*",
      description = "The kinds to tell of; all where none is named.")
  private List<String> kinds = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    Templates templates = GuideTemplates.load();
    List<String> known = templates.all().stream().map(Template::kind).toList();
    if (!known.containsAll(kinds)) {
      return new Terminal(spec)
          .complain("There are these kinds: " + String.join(", ", known) + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    templates.all().stream()
        .filter(template -> kinds.isEmpty() || kinds.contains(template.kind()))
        .forEach(template -> tell(template, out));
    out.flush();
    return 0;
  }

  private static void tell(Template template, PrintWriter out) {
    out.printf("%s: %s%n", template.kind(), template.about());
    for (Field field : template.fields().values()) {
      String preset = field.preset();
      out.printf(
          "  %-22s %-8s %-9s %s%s%n",
          field.name(),
          field.type().name().toLowerCase(Locale.ROOT),
          preset != null ? "" : field.required() ? "required" : "",
          field.about(),
          preset == null ? "" : " (else " + preset + ")");
      if (field.type() == FieldType.CODE) {
        out.println(
            field.names().stream()
                .collect(Collectors.joining(", ", " ".repeat(25) + "one of: ", "")));
      }
    }
    out.println();
  }
}
