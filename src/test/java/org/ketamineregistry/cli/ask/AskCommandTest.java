package org.ketamineregistry.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ketamineregistry.cli.RegistryCommand;
import org.ketamineregistry.network.Answers;
import org.ketamineregistry.network.MemberAnswer;
import org.ketamineregistry.network.MemberStatus;
import org.ketamineregistry.network.Merge;
import org.ketamineregistry.network.MergedAnswer;
import org.ketamineregistry.network.MergedReport;
import org.ketamineregistry.network.outbound.FakeMember;
import org.ketamineregistry.network.outbound.FakeMember.Answer;
import org.ketamineregistry.privacy.MemberCount;
import org.ketamineregistry.privacy.Population.Role;
import picocli.CommandLine;

/** The command shows what the network answered, as people and as programs want it. */
class AskCommandTest {
  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final FakeMember registry = FakeMember.answering("own", whole());

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void showsATable() {
    assertThat(ask()).isZero();
    assertThat(out.toString())
        .startsWith("All 2 members are in this answer: gb, fr.")
        .contains("initial-population  150", "2 of 2")
        .contains("A patient may be counted at more than one member.");
    assertThat(err.toString()).contains("gb: complete", "fr: complete");
    assertThat(registry.received().get(0).target())
        .isEqualTo("/fhir/Measure/patients-treated/$ask-network");
    assertThat(registry.received().get(0).body())
        .contains("2026-01-01", "2026-03-31", "guide-version");
  }

  @Test
  void saysInItsFirstLineThatAnAnswerIsPartialAndShowsNoZero() {
    registry.answersBy(request -> new Answer(200, partial()));
    assertThat(ask("--by", "sex")).isOne();
    assertThat(out.toString())
        .startsWith("Partial answer: 2 of 3 members are in it.")
        .contains("female  initial-population  at least 100")
        .contains("male    initial-population  withheld");
  }

  @Test
  void writesCsv() {
    registry.answersBy(request -> new Answer(200, partial()));
    assertThat(ask("--by", "sex", "--format", "csv")).isOne();
    assertThat(out.toString().lines())
        .containsExactly(
            "group,sex,figure,value,withheld,lower_bound,low,high,members_shown,members_withheld",
            "patients-treated,female,initial-population,100,false,true,,,1,1",
            "patients-treated,male,initial-population,,true,false,,,0,2");
  }

  @Test
  void writesWhatItReceived() {
    assertThat(ask("--format", "fhir")).isZero();
    assertThat(out.toString().strip()).isEqualTo(whole());
  }

  @Test
  void pollsAndTellsOfEachMemberOnce() {
    String task =
        """
        {"resourceType":"Task","contained":[
          {"owner":{"identifier":{"value":"gb"}},"businessStatus":{"coding":[{"code":"complete"}]}},
          {"owner":{"identifier":{"value":"fr"}}}]}\
        """;
    registry.answersBy(
        request ->
            registry.received().size() < 3
                ? new Answer(
                    202,
                    task,
                    "Content-Location",
                    registry.base() + "/$asking/1",
                    "Retry-After",
                    "0")
                : new Answer(200, whole()));
    assertThat(ask()).isZero();
    assertThat(err.toString().lines().map(line -> line.replaceFirst(" \\(.*", "")))
        .containsExactly("gb: complete", "fr: complete");
    assertThat(registry.received())
        .extracting(FakeMember.Received::method)
        .containsExactly("POST", "GET", "GET");
  }

  @Test
  void goesToNoOtherAddressWithItsToken() {
    registry.answersBy(
        request -> new Answer(202, "{}", "Content-Location", "http://127.0.0.1:9/fhir/$asking/1"));
    assertThat(ask()).isEqualTo(2);
    assertThat(err.toString()).contains("no address of its own");
  }

  @Test
  void saysWhyThereIsNone() {
    registry.answersBy(
        request ->
            new Answer(
                400,
                "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\"Ask for a"
                    + " quarter.\"}]}"));
    assertThat(ask()).isEqualTo(2);
    assertThat(err.toString()).contains("400", "Ask for a quarter.");
    registry.kill();
    assertThat(ask()).isEqualTo(2);
    assertThat(err.toString()).contains("Nobody answers at");
  }

  @Test
  void knowsAPeriod() {
    assertThat(run("ask", "sessions", "--at", registry.base(), "--period", "2026-13")).isEqualTo(2);
    assertThat(run("ask", "../Patient", "--at", registry.base(), "--period", "2025")).isEqualTo(2);
    assertThat(registry.received()).isEmpty();
  }

  private int ask(String... more) {
    String[] base = {"ask", "patients-treated", "--at", registry.base(), "--period", "2026-Q1"};
    String[] all = Arrays.copyOf(base, base.length + more.length);
    System.arraycopy(more, 0, all, base.length, more.length);
    return run(all);
  }

  private int run(String... arguments) {
    return new CommandLine(new RegistryCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private static String whole() {
    return text(
        Merge.of(Answers.patients(), List.of(part("gb", Map.of(), 100), part("fr", Map.of(), 50))));
  }

  /** Of the men everybody withholds, of the women one does; and one member is away. */
  private static String partial() {
    MemberAnswer.Row women = row(Map.of("sex", "female"), OptionalLong.of(100));
    MemberAnswer.Row men = row(Map.of("sex", "male"), OptionalLong.empty());
    return text(
        Merge.of(
            Answers.patients("sex"),
            List.of(
                new MergedAnswer.Part(
                    "gb",
                    new MemberAnswer(MemberStatus.WITHHELD, null, List.of(women, men)),
                    false),
                new MergedAnswer.Part("fr", MemberAnswer.of(MemberStatus.WITHHELD), false),
                new MergedAnswer.Part("pl", MemberAnswer.of(MemberStatus.UNREACHABLE), false))));
  }

  private static MergedAnswer.Part part(String member, Map<String, String> bands, long count) {
    return new MergedAnswer.Part(
        member,
        new MemberAnswer(MemberStatus.COMPLETE, null, List.of(row(bands, OptionalLong.of(count)))),
        false);
  }

  private static MemberAnswer.Row row(Map<String, String> bands, OptionalLong count) {
    return new MemberAnswer.Row(
        "patients-treated",
        new TreeMap<>(bands),
        Map.of(Role.INITIAL_POPULATION, new MemberCount(count, 4)),
        false);
  }

  private static String text(MergedAnswer merged) {
    var parameters = new Parameters();
    parameters.addParameter().setName("report").setResource(MergedReport.of(merged, true));
    for (MergedAnswer.Part part : merged.parts()) {
      var member = parameters.addParameter().setName("member");
      member.addPart().setName("identifier").setValue(new Identifier().setValue(part.member()));
      member.addPart().setName("status").setValue(new CodeType(part.answer().status().code()));
      member.addPart().setName("cut").setValue(new DateType("2026-10-05"));
    }
    parameters.addParameter("overlap", new BooleanType(merged.mayOverlap()));
    return FHIR.newJsonParser().encodeResourceToString(parameters);
  }
}
