package org.ketamineregistry.cli.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.adapter.hl7v2.Riverside;
import org.ketamineregistry.server.Certificates;
import picocli.CommandLine;

/** The commands, where no registry is. */
@Timeout(120)
class AdaptHl7CommandTest {
  private static final String NOWHERE = "http://127.0.0.1:1/fhir";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("feed.yaml"), Riverside.FEED);
    Files.writeString(
        folder.resolve("clinic.key"), Base64.getEncoder().encodeToString(new byte[32]) + "\n");
  }

  private List<String> arguments(String command, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "--config",
                folder.resolve("feed.yaml").toString(),
                "--key-file",
                folder.resolve("clinic.key").toString(),
                "--to",
                NOWHERE,
                "--attempts",
                "1"));
    all.addAll(List.of(more));
    return all;
  }

  private int run(String command, String... more) {
    return new CommandLine(new AdaptHl7Command())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments(command, more).toArray(String[]::new));
  }

  @Test
  void withoutCertificatesOthersAreNotListenedTo() {
    assertThat(run("listen", "--address", "0.0.0.0", "--port", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("Without TLS only this machine is listened to");
  }

  @Test
  void datesAreNotMovedInWhatIsSentAsItHappens() throws Exception {
    Files.writeString(
        folder.resolve("feed.yaml"), Riverside.FEED + "dates: {policy: shift, within-weeks: 26}\n");

    assertThat(run("listen", "--port", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("dates.policy: a listener sends each message");
  }

  @Test
  void allMistakesOfTheConfigurationAreTold() throws Exception {
    Files.writeString(
        folder.resolve("feed.yaml"), Riverside.FEED.replace("zone: Europe/London\n", "zones: 1\n"));

    assertThat(run("listen", "--port", "0")).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(2);
    assertThat(err.toString()).contains("zones: is not known here", "zone: is missing");
  }

  @Test
  void noKeyIsMadeBehindTheClinicsBack() throws Exception {
    Files.delete(folder.resolve("clinic.key"));

    assertThat(run("listen", "--port", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no key", "adapt key");
    assertThat(folder.resolve("clinic.key")).doesNotExist();
  }

  @Test
  void aFileIsNotRefusedWhereNoRegistryIs() throws Exception {
    Path day = Files.writeString(folder.resolve("day.hl7"), Riverside.ADMISSION);

    assertThat(run("send", day.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("0 read");
    assertThat(err.toString()).contains("send the same file again later");
    assertThat(folder.resolve("day.hl7.refused")).doesNotExist();
  }

  @Test
  void refusedMessagesOfAnEarlierRunAreNotWrittenOver() throws Exception {
    Path day = Files.writeString(folder.resolve("day.hl7"), Riverside.ADMISSION);
    Path earlier = Files.writeString(folder.resolve("day.hl7.refused"), "being corrected");

    assertThat(run("send", day.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is not written over");
    assertThat(earlier).hasContent("being corrected");
  }

  @Test
  void withCertificatesItListensToSendersThatShowTheirs() throws Exception {
    var certificates = new Certificates(folder);
    for (String name : List.of("tls", "peer", "stranger")) {
      certificates.make(name);
    }
    var told = new PipedWriter();
    var reader = new BufferedReader(new PipedReader(told));
    Thread listening =
        new Thread(
            () ->
                new CommandLine(new AdaptHl7Command())
                    .setOut(new PrintWriter(told, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(
                        arguments(
                                "listen",
                                "--port",
                                "0",
                                "--address",
                                "localhost",
                                "--tls-certificate",
                                folder.resolve("tls.crt").toString(),
                                "--tls-key",
                                folder.resolve("tls.key").toString(),
                                "--tls-senders",
                                folder.resolve("peer.crt").toString())
                            .toArray(String[]::new)));
    listening.start();
    try {
      String line = reader.readLine();
      int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));

      assertThat(send(certificates, "peer", port)).contains("MSA|AE|M-1", "registry-unreachable");
      assertThatThrownBy(() -> send(certificates, "stranger", port))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> send(certificates, null, port)).isInstanceOf(IOException.class);
    } finally {
      listening.interrupt();
      listening.join();
    }
  }

  private static String send(Certificates certificates, @Nullable String name, int port)
      throws Exception {
    try (Socket socket =
        certificates.client("tls", name).getSocketFactory().createSocket("localhost", port)) {
      socket
          .getOutputStream()
          .write(("\u000B" + Riverside.ADMISSION + "\u001C\r").getBytes(StandardCharsets.UTF_8));
      var answer = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next != 0x1C; next = in.read()) {
        if (next < 0) {
          throw new IOException("It ended.");
        }
        answer.write(next);
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }
}
