package org.ketamineregistry.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ketamineregistry.guide.GuideSite;
import org.ketamineregistry.guide.GuideSite.Rendered;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Renders the implementation guide as a static site. */
@Command(
    name = "guide",
    mixinStandardHelpOptions = true,
    description = {
      "Renders the implementation guide as a static site, from a checkout of the source.",
      "",
      "It reads implementation-guide (pages, their order, invalid examples) and profiles/package"
          + " (definitions, examples), and no network. The site can be opened from its folder or"
          + " served below any address. A registry that was built with 'mvn -Pguide package'"
          + " serves it at /guide."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The site was rendered.",
      "1:The sources cannot be rendered; what is wrong with them was printed.",
      "2:A folder cannot be read or written, or the target holds something else."
    })
final class GuideCommand implements Callable<Integer> {
  private static final int UNSOUND = 1;
  private static final int USAGE = 2;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "Where to write: an empty folder, or an earlier site, which is replaced.")
  private Path target = Path.of(".");

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description = "The checkout to read (default: the current folder).")
  private Path repository = Path.of(".");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      Rendered rendered = GuideSite.render(repository, target);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(Locale.ROOT, "%,9d files%nwritten to %s%n", rendered.files(), target);
      out.flush();
      return 0;
    } catch (IOException e) {
      return refuse(USAGE, e);
    } catch (IllegalStateException e) {
      return refuse(UNSOUND, e);
    }
  }

  private int refuse(int code, Exception reason) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(reason.getMessage());
    err.flush();
    return code;
  }
}
