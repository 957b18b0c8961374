package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.audit.AuditAction;
import org.ketamineregistry.audit.AuditEntry;
import org.ketamineregistry.network.Answers;
import org.ketamineregistry.network.DirectoryWriter;
import org.ketamineregistry.network.NetworkAsking;
import org.ketamineregistry.network.NetworkAsking.Asker;
import org.ketamineregistry.network.SubTask;
import org.ketamineregistry.network.Term;
import org.ketamineregistry.network.outbound.FakeMember;
import org.ketamineregistry.network.outbound.FakeMember.Answer;
import org.ketamineregistry.profiles.Definitions;
import org.ketamineregistry.store.Askings;

/**
 * A registry asks the others: slow ones, refusing ones, one that is killed on the way. Whatever
 * they do, the answer says it, counts nobody twice, and comes.
 */
@RegistryTest
class NetworkIT {
  private static final ECKey KEY = DirectoryWriter.newKey();

  /** Versions rise over all tests of a run. */
  private static final AtomicLong VERSION = new AtomicLong(System.currentTimeMillis());

  private static final Duration BOUND = Duration.ofSeconds(40);

  private final RegistryUnderTest registry;
  private final Path folder;
  private final MovableClock clock;
  private final Askings askings;
  private final String guideVersion;
  private final List<FakeMember> members = new ArrayList<>();

  NetworkIT(
      RegistryUnderTest registry, MovableClock clock, Askings askings, Definitions definitions) {
    this.registry = registry;
    folder = registry.networkFolder();
    this.clock = clock;
    this.askings = askings;
    guideVersion = definitions.guide().of(ImplementationGuide.class).get(0).getVersion();
  }

  @BeforeEach
  void know() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("signers.json"), DirectoryWriter.signers(KEY));
  }

  @AfterEach
  void leave() throws IOException {
    clock.moveBack();
    // What is left of a question would go on in the next test.
    registry.jdbc().update("DELETE FROM registry.asking");
    members.forEach(FakeMember::close);
    Files.deleteIfExists(folder.resolve("directory.jws"));
  }

  @Test
  void answersAtOnceWhereAllIsAutomatic() throws Exception {
    join(answering("gb", 100), answering("fr", 50));

    HttpAnswer answer = ask("");

    assertThat(answer).hasStatus(200);
    assertThat(Questions.statuses(answer)).isEqualTo(Map.of("gb", "complete", "fr", "complete"));
    assertThat(count(answer)).isEqualTo(150);
    assertThat(answer.text()).contains("All 2 members are in this answer");
    assertThat(value(answer, "overlap")).isEqualTo("true");
    assertThat(audited(answer, "$ask-network")).isOne();
    assertThat(audited(answer, "$evaluate-protected")).isEqualTo(2);
  }

  @Test
  void tellsWhatBecameOfEachMember() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(1);
    FakeMember killed =
        member(
            "killed",
            request -> {
              arrived.countDown();
              Thread.sleep(BOUND.toMillis());
              return new Answer(200, Answers.counted("complete", 1_000));
            });
    FakeMember old = answering("old", 1);
    FakeMember late =
        member(
            "slow",
            request -> {
              slow.await();
              return new Answer(200, Answers.counted("complete", 100));
            });
    FakeMember refusing = member("refusing", request -> new Answer(403, ""));
    FakeMember deferred = member("deferred", request -> new Answer(200, Answers.bare("deferred")));
    // A member that works by an older guide is not spoken to.
    write(
        directory(List.of(late, killed, refusing, deferred))
            .with("old", old.base(), null, "0.1.0"));

    HttpAnswer first = ask("");
    assertThat(first).hasStatus(202);
    Task task = first.resource(Task.class);
    assertThat(task.getStatus()).isEqualTo(TaskStatus.INPROGRESS);
    assertThat(task.getContained()).hasSize(5);

    assertThat(arrived.await(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
    killed.kill();
    killed.answersBy(request -> new Answer(200, Answers.counted("complete", 30)));
    killed.start();
    slow.countDown();
    HttpAnswer answer =
        polled(first, done -> "complete".equals(Questions.statuses(done).get("killed")));

    assertThat(Questions.statuses(answer))
        .isEqualTo(
            Map.of(
                "slow", "complete",
                "killed", "complete",
                "refusing", "disallowed",
                "deferred", "deferred",
                "old", "version-mismatch"));
    assertThat(count(answer)).isEqualTo(130);
    assertThat(answer.text()).contains("Partial answer: 2 of 5 members are in it");
    assertThat(old.received()).isEmpty();
    // It was asked again by the same key, so that it can tell that it is the same question.
    assertThat(killed.received())
        .hasSizeGreaterThan(1)
        .extracting(request -> request.header("Idempotency-Key"))
        .containsOnly(killed.received().get(0).header("Idempotency-Key"));
  }

  @Test
  void addsALateAnswer() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    join(
        answering("gb", 100),
        member(
            "late",
            request -> {
              late.await();
              return new Answer(200, Answers.counted("complete", 40));
            }));

    HttpAnswer first =
        ask(",{\"name\":\"deadline\",\"valueDuration\":{\"value\":1,\"code\":\"s\"}}");
    HttpAnswer partial = first.status() == 200 ? first : polled(first, done -> true);
    assertThat(Questions.statuses(partial))
        .isEqualTo(Map.of("gb", "complete", "late", "timed-out"));
    assertThat(count(partial)).isEqualTo(100);
    assertThat(report(partial).getStatus()).isEqualTo(MeasureReport.MeasureReportStatus.PENDING);

    late.countDown();
    HttpAnswer whole =
        polled(first, done -> "complete".equals(Questions.statuses(done).get("late")));
    assertThat(count(whole)).isEqualTo(140);
    assertThat(report(whole).getStatus()).isEqualTo(MeasureReport.MeasureReportStatus.COMPLETE);
  }

  @Test
  void looksInAgainWhereAPersonDecides() throws Exception {
    FakeMember deferred = member("gb", request -> new Answer(200, Answers.bare("deferred")));
    join(deferred);
    HttpAnswer first = ask("");
    assertThat(Questions.statuses(first)).isEqualTo(Map.of("gb", "deferred"));

    deferred.answersBy(request -> new Answer(200, Answers.counted("complete", 20)));
    clock.moveTo(Instant.now().plus(20, ChronoUnit.MINUTES));

    assertThat(count(polled(first, done -> "complete".equals(Questions.statuses(done).get("gb")))))
        .isEqualTo(20);
  }

  @Test
  void tellsOfOneThatIsAwayAndDoesNotWaitForTheDeadline() throws Exception {
    FakeMember away = answering("gb", 100);
    join(away);
    away.kill();
    HttpAnswer first =
        ask(",{\"name\":\"deadline\",\"valueDuration\":{\"value\":5,\"code\":\"min\"}}");
    assertThat(Questions.statuses(polled(first, done -> true)))
        .isEqualTo(Map.of("gb", "unreachable"));
  }

  @Test
  void canBeCancelled() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    FakeMember hanging =
        member(
            "gb",
            request -> {
              never.await();
              return new Answer(200, Answers.counted("complete", 100));
            });
    join(hanging);
    HttpAnswer first = ask("");
    assertThat(first).hasStatus(202);

    assertThat(registry.send("DELETE", address(first), new byte[0])).hasStatus(202);

    assertThat(registry.get(address(first))).isRefused(404).hasOnlyIssue("not-found");
    never.countDown();
    assertThat(open(first)).isZero();
  }

  @Test
  void goesOnWhereAnEarlierWorkerWasKilled() throws Exception {
    join(answering("gb", 100));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    SubTask left = SubTask.due(UUID.randomUUID(), "gb", now.plusSeconds(3_600));
    NetworkAsking asking =
        new NetworkAsking(
            UUID.randomUUID(),
            Answers.patients(),
            new Asker("test", null, "ANALYST", "request"),
            1,
            now,
            new Term(now.plusSeconds(60), now.plusSeconds(7_200)),
            null,
            List.of(left));
    askings.begin(
        asking,
        AuditEntry.done(
            now, AuditAction.EXECUTE, "$ask-network", Caller.open(), "request", List.of()));
    registry
        .jdbc()
        .update(
            "UPDATE registry.asking_member SET phase = 'UNDER_WAY', attempts = 1,"
                + " lease_until = now() - interval '1 second' WHERE id = ?",
            left.id());

    HttpAnswer answer = waited("/$asking/" + asking.id(), done -> done.status() == 200);

    assertThat(Questions.statuses(answer)).isEqualTo(Map.of("gb", "complete"));
    assertThat(count(answer)).isEqualTo(100);
    assertThat(members.get(0).received())
        .extracting(request -> request.header("Idempotency-Key"))
        .containsExactly(left.id().toString());
  }

  @Test
  void speaksToNobodyByADirectoryThatIsNotToBeTrusted() throws Exception {
    FakeMember member = answering("gb", 100);
    join(member);
    assertThat(ask("")).hasStatus(200);
    int asked = member.received().size();

    Files.writeString(
        folder.resolve("directory.jws"),
        new DirectoryWriter(KEY, 1).with("gb", member.base(), null, guideVersion).signed());
    assertThat(ask("")).isRefused(503).hasOnlyIssue("network-directory-refused");
    Files.writeString(
        folder.resolve("directory.jws"),
        new DirectoryWriter(DirectoryWriter.newKey(), VERSION.incrementAndGet())
            .with("gb", member.base(), null, guideVersion)
            .signed());
    assertThat(ask("")).isRefused(503).hasOnlyIssue("network-directory-refused");
    Files.delete(folder.resolve("directory.jws"));
    assertThat(ask("")).isRefused(404).hasOnlyIssue("network-not-joined");

    assertThat(member.received()).hasSize(asked);
  }

  @Test
  void showsAnAskingToWhoeverAskedAndToTheSteward() throws Exception {
    join(answering("gb", 100));
    HttpAnswer answer = registry.post(ADDRESS, question(""), AssumedCaller.analyst("one"));
    assertThat(answer).hasStatus(200);
    String at = address(answer);
    assertThat(registry.get(at, AssumedCaller.analyst("one"))).hasStatus(200);
    assertThat(registry.get(at, AssumedCaller.registry(Purpose.PUBLIC_HEALTH))).hasStatus(200);
    assertThat(registry.get(at, AssumedCaller.analyst("two"))).isRefused(404);
    assertThat(registry.get("/$asking/" + UUID.randomUUID(), AssumedCaller.analyst("one")))
        .isRefused(404);
    assertThat(registry.get(at, AssumedCaller.clinician("a|b"))).isRefused(403);
    assertThat(registry.post(ADDRESS, question(""), AssumedCaller.clinician("a|b"))).isRefused(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\":\"Patient\"}",
        "{\"resourceType\":\"Parameters\"}",
        "VERSION",
        "PERIOD",
        "BAND",
        ",{\"name\":\"stratifier\",\"valueCode\":\"clinic\"}",
        ",{\"name\":\"stratifier\"}",
        ",{\"name\":\"deadline\",\"valueDuration\":{\"value\":1,\"code\":\"a\"}}",
        ",{\"name\":\"deadline\",\"valueDuration\":{\"value\":1e300,\"code\":\"s\"}}",
        ",{\"name\":\"member\",\"valueIdentifier\":{\"value\":\"gb\"}}",
        ",{\"name\":\"member\",\"valueIdentifier\":{\"system\":\"https://ketamine-registry.example/fhir/sid/network-member\",\"value\":\"xx\"}}"
      })
  void refusesWhatIsNoQuestion(String what) throws Exception {
    FakeMember member = answering("gb", 100);
    join(member);
    String body =
        switch (what) {
          case "VERSION" -> question("").replace(guideVersion, "0.0.1");
          case "PERIOD" -> question("").replace("2026-03-31", "2026-03-30");
          case "BAND" ->
              question(
                  ",{\"name\":\"filter\",\"part\":[{\"name\":\"dimension\",\"valueCode\":\"sex\"},"
                      + "{\"name\":\"band\",\"valueCode\":\"any\"}]}");
          default -> what.startsWith("{") ? what : question(what);
        };
    assertThat(registry.post(ADDRESS, body)).isRefused(400);
    assertThat(member.received()).isEmpty();
  }

  // ---- the network -------------------------------------------------------------------------

  private static final String ADDRESS = "/Measure/patients-treated/$ask-network";

  private FakeMember member(String id, FakeMember.Rule rule) {
    FakeMember member = new FakeMember(id, rule);
    members.add(member);
    return member;
  }

  private FakeMember answering(String id, int count) {
    return member(id, request -> new Answer(200, Answers.counted("complete", count)));
  }

  private void join(FakeMember... all) throws IOException {
    write(directory(List.of(all)));
  }

  private DirectoryWriter directory(List<FakeMember> all) {
    DirectoryWriter writer = new DirectoryWriter(KEY, VERSION.incrementAndGet());
    all.forEach(member -> writer.with(member.id(), member.base(), null, guideVersion));
    return writer;
  }

  private void write(DirectoryWriter writer) throws IOException {
    Files.writeString(folder.resolve("directory.jws"), writer.signed());
  }

  // ---- asking ------------------------------------------------------------------------------

  private HttpAnswer ask(String more) {
    return registry.post(ADDRESS, question(more));
  }

  private String question(String more) {
    return """
    {"resourceType":"Parameters","parameter":[
      {"name":"period-start","valueDate":"2026-01-01"},
      {"name":"period-end","valueDate":"2026-03-31"},
      {"name":"guide-version","valueString":"%s"}%s]}\
    """
        .formatted(guideVersion, more);
  }

  private static String address(HttpAnswer first) {
    String url = first.header("Content-Location").orElseThrow();
    return URI.create(url).getPath().replaceFirst("^/fhir", "");
  }

  private HttpAnswer polled(HttpAnswer first, Predicate<HttpAnswer> isThere) {
    return waited(address(first), answer -> answer.status() == 200 && isThere.test(answer));
  }

  private HttpAnswer waited(String address, Predicate<HttpAnswer> isThere) {
    Instant until = Instant.now().plus(BOUND);
    HttpAnswer answer = registry.get(address);
    while (!isThere.test(answer)) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("It does not come: " + answer);
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      answer = registry.get(address);
    }
    return answer;
  }

  // ---- what came ---------------------------------------------------------------------------

  private static MeasureReport report(HttpAnswer answer) {
    ParametersParameterComponent first = answer.resource(Parameters.class).getParameterFirstRep();
    assertThat(first.getName()).isEqualTo("report");
    return (MeasureReport) first.getResource();
  }

  private static int count(HttpAnswer answer) {
    return report(answer).getGroupFirstRep().getPopulationFirstRep().getCount();
  }

  private static String value(HttpAnswer answer, String name) {
    return answer.resource(Parameters.class).getParameter(name).getValue().primitiveValue();
  }

  private int audited(HttpAnswer asked, String interaction) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT count(*) FROM registry.audit WHERE interaction = ? AND ? = ANY (records)",
            Integer.class,
            interaction,
            "Task/" + address(asked).replaceFirst(".*/", ""));
  }

  private int open(HttpAnswer asked) {
    String id = address(asked).replaceFirst(".*/", "");
    return registry
        .jdbc()
        .queryForObject(
            "SELECT count(*) FROM registry.asking_member WHERE asking = ?::uuid AND phase <>"
                + " 'ENDED'",
            Integer.class,
            id);
  }
}
