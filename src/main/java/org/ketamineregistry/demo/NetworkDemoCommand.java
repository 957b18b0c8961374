package org.ketamineregistry.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ketamineregistry.cli.RegistryCommand;
import org.ketamineregistry.server.RegistryServer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code network-demo}: a network of three registries on this machine, to be asked. */
@Command(
    name = "network-demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts three registries of three countries, loads each, and asks all of them.",
      "",
      "Each has its own database, keys, rules and privacy, and lets nobody in without a token. They"
          + " know each other by a signed directory. It stays up until Ctrl-C. What was loaded is"
          + " kept in the folder: a second start loads nothing twice; delete the folder to begin"
          + " anew. It needs about 3 GB of memory, and some minutes the first time."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = "1:It could not go on, and everything that it had started is ended.")
public final class NetworkDemoCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int LAST_PORT = 65_000;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      defaultValue = "network-demo",
      description = "Where everything is kept (default: ./${DEFAULT-VALUE}).")
  private Path folder = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8100",
      description =
          "The first of four ports, for the identity providers and the registries; 0 for any that"
              + " are free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(spec.commandLine(), "--port is 0 to " + LAST_PORT + ".");
    }
    PrintWriter out = spec.commandLine().getOut();
    var progress = new Progress(out);
    var demo = new NetworkDemo(folder, Country.EXAMPLES, port, this::server, progress);
    try {
      demo.start();
      for (DemoQuestion question : DemoQuestion.ALL) {
        out.printf("%n%s%n%n%s", question.words(), demo.ask(Country.EXAMPLES.get(0), question));
      }
      out.println();
      out.print(WhatToTry.words(demo, folder, Country.EXAMPLES));
      out.flush();
      return RegistryCommand.SERVING;
    } catch (Failed e) {
      demo.close();
      spec.commandLine().getErr().println(e.words());
      spec.commandLine().getErr().flush();
      return FAILED;
    } catch (RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  /** What is logged would hide the progress, so it goes to a file. */
  private ConfigurableApplicationContext server(List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    all.add("--logging.file.name=" + folder.resolve("network-demo.log"));
    all.add("--logging.threshold.console=ERROR");
    return SpringApplication.run(RegistryServer.class, all.toArray(String[]::new));
  }
}
