package org.ketamineregistry.cli.hl7v2;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.hl7v2.Bounds;
import org.ketamineregistry.adapter.hl7v2.MllpListener;
import org.ketamineregistry.cli.adapt.Attempt;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Listens for messages by MLLP. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    description = {
      "Listens for messages by MLLP and brings each to the registry before it is acknowledged.",
      "",
      "AA: the registry has all of it. AE: nothing of it was kept, and each ERR says why and where;"
          + " with registry-unreachable the same may be sent again later. AR: it is no message that"
          + " is taken here.",
      "",
      "It listens to this machine alone, unless it has certificates."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:It was ended.",
      "2:It cannot listen: the configuration has mistakes, or the address, the key or the proof of"
          + " who sends is not usable."
    })
final class ListenCommand implements Callable<Integer> {
  private static final int HIGHEST_PORT = 65_535;

  @Mixin private FeedOptions feed = new FeedOptions();
  @Mixin private TlsOptions tls = new TlsOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "2575",
      description = "The port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address; one that others reach needs certificates (default: ${DEFAULT-VALUE}).")
  private String address = "";

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many senders at once, 1 to 64; others wait (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    var terminal = new Terminal(spec);
    terminal.hold(port >= 0 && port <= HIGHEST_PORT, "--port is 0 to 65535.");
    terminal.hold(
        connections >= 1 && connections <= Bounds.MOST_CONNECTIONS, "--connections is 1 to 64.");
    return Attempt.at(
        terminal,
        () -> {
          try (MllpListener listener = listener(terminal)) {
            terminal.say("Listening at " + address + ":" + listener.port());
            var end = new Thread(() -> end(listener, terminal), "mllp-end");
            Runtime.getRuntime().addShutdownHook(end);
            listener.await();
            return 0;
          } catch (IllegalArgumentException e) {
            return terminal.complain(e.getMessage());
          } catch (IOException e) {
            return terminal.complain(
                "Cannot listen at " + address + ":" + port + ", or read a file: " + e);
          }
        });
  }

  private MllpListener listener(Terminal terminal)
      throws Mistaken, Unusable, IOException, InterruptedException {
    return MllpListener.start(
        new InetSocketAddress(address, port),
        tls.context(terminal),
        Bounds.usual(connections),
        feed.reception(terminal, true));
  }

  private static void end(MllpListener listener, Terminal terminal) {
    try {
      listener.close();
    } catch (IOException e) {
      terminal.complain("The port could not be closed: " + e);
    }
  }
}
