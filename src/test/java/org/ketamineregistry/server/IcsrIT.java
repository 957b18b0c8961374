package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.cli.icsr.IcsrCommand;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.icsr.IcsrCase;
import org.ketamineregistry.icsr.IcsrCase.Meddra;
import org.ketamineregistry.icsr.IcsrReader;
import picocli.CommandLine;

/** A registry's events become reports on the command line, version after version. */
@RegistryTest
class IcsrIT {
  private final RegistryUnderTest registry;
  private final Ehr ehr;
  private final Draft event;
  private String id = "";

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  Path folder;

  private record Run(int code, String out, String err) {}

  IcsrIT(RegistryUnderTest registry) {
    this.registry = registry;
    ehr = registry.register(Ehr.fresh());
    event = ehr.transaction("AdverseEvent-adverse-event-gb-5");
  }

  @BeforeEach
  void anEventIsOnRecord() {
    HttpAnswer answer = registry.submit(event);
    AnswerAssert.assertThat(answer).isAccepted();
    id = answer.location("AdverseEvent").replace("AdverseEvent/", "");
  }

  private Run icsr(String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--from",
                registry.base(),
                "--sender",
                "KET-REG",
                "--receiver",
                "AGENCY",
                "--out",
                folder.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Run run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        new CommandLine(new IcsrCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  private Run coded(String... more) throws Exception {
    Path terms = Files.writeString(folder.resolve("terms.csv"), "17971005,10000001,27.1\n");
    var arguments = new ArrayList<>(List.of("--event", id, "--meddra", terms.toString()));
    arguments.addAll(List.of(more));
    return icsr(arguments.toArray(String[]::new));
  }

  private IcsrCase report(int number) throws Exception {
    Path file = folder.resolve("GB-KETREG-" + clinic() + "-E-2026-0322." + number + ".xml");
    try (var in = Files.newInputStream(file)) {
      return IcsrReader.read(in).get(0);
    }
  }

  private static int kind(IcsrCase told) {
    return Objects.requireNonNull(told.report().amendment()).kind();
  }

  private String clinic() {
    return ehr.clinicToken().substring(ehr.clinicToken().indexOf('|') + 1);
  }

  private List<Path> reports() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).toList();
    }
  }

  /** The clinic sends the event again, changed. */
  private void sendAgain(Draft changed) {
    AnswerAssert.assertThat(registry.submit(changed)).isAccepted();
  }

  @Test
  void withoutATermNothingIsWrittenAndTheTableSaysWhatToDo() throws Exception {
    Run run = icsr("--event", id);

    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains(id, "not ready", "E.i.2.1b: the reaction has no MedDRA term");
    assertThat(reports()).isEmpty();
  }

  @Test
  void anEventIsReportedOnceAndThenWhatChangesOfIt() throws Exception {
    Run first = coded();
    assertThat(first.code()).as(first.err() + first.out()).isZero();
    assertThat(first.out()).contains("first report");
    IcsrCase reported = report(1);
    assertThat(reported.reaction().name().term()).isEqualTo(new Meddra("10000001", "27.1"));
    assertThat(reported.reaction().outcome()).isEqualTo(1);
    assertThat(reported.report().amendment()).isNull();
    assertThat(reported.subject().recordNumber()).isNull();
    assertThat(reported.drugs().get(0).cumulative()).isNotNull();
    assertThat(reported.reporter().organisation()).isEqualTo("Riverside Clinic");

    assertThat(coded().out()).contains("unchanged");
    assertThat(reports()).hasSize(1);

    Draft corrected =
        event
            .withText("/entry/0/resource/outcome/coding/0/code", "resolvedWithSequelae")
            .without("/entry/0/resource/outcome/coding/0/display");
    sendAgain(corrected);
    assertThat(coded().out()).contains("amendment");
    IcsrCase amended = report(2);
    assertThat(amended.report().identifier()).isEqualTo(reported.report().identifier());
    assertThat(kind(amended)).isEqualTo(IcsrCase.AMENDMENT);
    assertThat(amended.reaction().outcome()).isEqualTo(4);
    assertThat(amended.report().latest()).isGreaterThan(reported.report().latest());

    sendAgain(
        corrected.with(
            "/entry/0/resource/extension/-",
            "{\"url\": \"https://ketamine-registry.example/fhir/StructureDefinition/nullified\","
                + " \"valueBoolean\": true}"));
    assertThat(coded().out()).contains("nullification");
    assertThat(kind(report(3))).isEqualTo(IcsrCase.NULLIFICATION);
    assertThat(coded().out()).contains("unchanged");
  }

  @Test
  void eventsOfOneSessionNameOneAnotherUntilOneIsTakenBack() throws Exception {
    Draft other =
        ehr.example("AdverseEvent-adverse-event-gb-5").withText("/identifier/value", "E-2026-0399");
    HttpAnswer answer = registry.submit(alone(other));
    AnswerAssert.assertThat(answer).isAccepted();
    sendAgain(alone(ehr.example("Observation-suicidality-before-gb-1")));
    id += "," + answer.location("AdverseEvent").replace("AdverseEvent/", "");

    Run first = coded();
    assertThat(first.code()).as(first.err() + first.out()).isZero();
    String identifier = report(1).report().identifier();
    assertThat(report(1).report().linked())
        .containsExactly(identifier.replace("E-2026-0322", "E-2026-0399"));
    assertThat(report(1).tests())
        .extracting(test -> test.name().words())
        .containsExactly("Suicide risk level", "Worst suicidal ideation", "Suicidal behaviour");

    sendAgain(
        alone(
            other.with(
                "/extension/-",
                "{\"url\":"
                    + " \"https://ketamine-registry.example/fhir/StructureDefinition/nullified\","
                    + " \"valueBoolean\": true}")));
    assertThat(coded().out()).contains("amendment", "nullification");
    assertThat(report(2).report().identifier()).isEqualTo(identifier);
    assertThat(report(2).report().linked()).isEmpty();
    assertThat(coded().out()).doesNotContain("amendment", "nullification");
  }

  private static Draft alone(Draft one) {
    return Draft.bundle(
        "transaction",
        Draft.entry(one, "PUT", one.string("/resourceType") + "?identifier=" + identifier(one)));
  }

  /** Of an observation the first of its identifiers; an event has but one. */
  private static String identifier(Draft one) {
    String at =
        one.string("/resourceType").equals("AdverseEvent") ? "/identifier" : "/identifier/0";
    return one.string(at + "/system") + "|" + one.string(at + "/value");
  }

  @Test
  void whatAReceiverRejectedIsWrittenAgain() throws Exception {
    coded();
    String text = Files.readString(reports().get(0));
    String batch = text.replaceAll("(?s).*?<id extension=\"([^\"]+)\".*", "$1");
    Path answer =
        Files.writeString(
            folder.resolve("answer.ack"),
            """
            <MCCI_IN200101UV01 xmlns="urn:hl7-org:v3"><MCCI_IN000002UV01>
            <acknowledgement typeCode="CR"><targetMessage><id extension="%s"/></targetMessage>
            <acknowledgementDetail><text>E.i.9 is missing</text></acknowledgementDetail>
            </acknowledgement></MCCI_IN000002UV01>
            <acknowledgement typeCode="AE"><targetBatch><id extension="%s"/></targetBatch>
            </acknowledgement></MCCI_IN200101UV01>
            """
                .formatted(report(1).report().identifier(), batch));

    Run noted = run("ack", answer.toString(), "--out", folder.toString());
    assertThat(noted.code()).as(noted.err()).isEqualTo(1);
    assertThat(noted.out()).contains("rejected", "E.i.9 is missing");

    assertThat(coded().out()).contains("first report");
    assertThat(reports()).hasSize(2);
    assertThat(report(2).report().amendment()).isNull();
  }

  @Test
  void eventsAreFoundByTheDayOnWhichTheyChanged() throws Exception {
    Run run = icsr("--since", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());

    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains(id);
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    assertThat(icsr("--event", "none-of-ours").out()).contains("absent");
    assertThat(icsr().err()).contains("--event or --since");
    assertThat(run("ack", folder.resolve("none").toString(), "--out", folder.toString()).code())
        .isEqualTo(2);
  }
}
