package org.ketamineregistry.cli.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.network.outbound.FakeMember;
import org.ketamineregistry.network.outbound.FakeMember.Answer;
import picocli.CommandLine;

/** A steward decides at a terminal. */
class PeersCommandTest {
  private static final String WAITING =
      """
      {"resourceType":"Parameters","parameter":[
        {"name":"question","part":[
          {"name":"id","valueId":"5b0c"},
          {"name":"peer","valueString":"peer-de"},
          {"name":"filter","part":[{"name":"dimension","valueCode":"sex"},{"name":"band","valueCode":"female"}]},
          {"name":"stratifier","valueCode":"age-band"}]}]}\
      """;

  private final FakeMember registry = new FakeMember("own", request -> new Answer(200, WAITING));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void close() {
    registry.close();
  }

  private int run(String... arguments) {
    return new CommandLine(new PeersCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private FakeMember.Received sent() {
    return registry.received().get(0);
  }

  @Test
  void showsWhatWaits() {
    assertThat(run("list", "--at", registry.base())).isZero();

    assertThat(sent().target()).isEqualTo("/fhir/Measure/$peer-questions");
    assertThat(out.toString().lines().map(String::strip))
        .contains(
            "question",
            "id            5b0c",
            "peer          peer-de",
            "filter        sex = female",
            "stratifier    age-band");
  }

  @Test
  void saysThatNothingWaits() {
    registry.answersBy(request -> new Answer(200, "{\"resourceType\":\"Parameters\"}"));

    assertThat(run("list", "--at", registry.base())).isZero();
    assertThat(out.toString()).contains("No question waits");
  }

  @Test
  void decides() {
    assertThat(
            run("decide", "5b0c", "--deny", "--standing", "--reason", "x", "--at", registry.base()))
        .isZero();

    assertThat(sent().target()).isEqualTo("/fhir/Measure/$decide-question");
    assertThat(sent().body())
        .contains(
            "{\"name\":\"question\",\"valueId\":\"5b0c\"}",
            "{\"name\":\"allow\",\"valueBoolean\":false}",
            "{\"name\":\"standing\",\"valueBoolean\":true}",
            "{\"name\":\"reason\",\"valueString\":\"x\"}");
  }

  @Test
  void decidesOneWayOrTheOther() {
    assertThat(run("decide", "5b0c", "--reason", "x", "--at", registry.base())).isEqualTo(2);
    assertThat(run("decide", "5b0c", "--allow", "--deny", "--reason", "x", "--at", registry.base()))
        .isEqualTo(2);
    assertThat(registry.received()).isEmpty();
  }

  @Test
  void setsAPolicy() {
    assertThat(
            run("policy", "peer-de", "relapse", "never", "--reason", "x", "--at", registry.base()))
        .isZero();

    assertThat(sent().target()).isEqualTo("/fhir/Measure/relapse/$set-peer-policy");
    assertThat(sent().body()).contains("\"valueString\":\"peer-de\"", "\"valueCode\":\"never\"");
  }

  @Test
  void tellsWhyTheRegistryRefuses() {
    registry.answersBy(
        request ->
            new Answer(
                404,
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\"No such question.\"}]}"));

    assertThat(run("decide", "5b0c", "--allow", "--reason", "x", "--at", registry.base()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("404: No such question.");
  }
}
