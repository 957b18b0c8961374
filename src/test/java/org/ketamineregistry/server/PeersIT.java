package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.answer.CutRound;

/** A steward decides about other registries' questions (R10, R20). */
@RegistryTest
class PeersIT {
  private static final String START = "2019-04-01";
  private static final String END = "2019-06-30";
  private static final String MEASURE = "patients-treated";
  private static final String[] STEWARD = AssumedCaller.registry(Purpose.PUBLIC_HEALTH);

  private final RegistryUnderTest registry;
  private final CutRound cuts;
  private final MovableClock clock;
  private final TreatedCohort cohort;
  private final String peer = "peer-" + UUID.randomUUID();

  PeersIT(RegistryUnderTest registry, CutRound cuts, MovableClock clock) {
    this.registry = registry;
    this.cuts = cuts;
    this.clock = clock;
    cohort = new TreatedCohort(registry.jdbc(), "2019-05-06");
  }

  @BeforeEach
  void aCutOfACohort() {
    cohort.with(60, "female").permitNetwork(60, "female");
    registry.jdbc().update("DELETE FROM registry.cut");
    cuts.run();
  }

  @AfterEach
  void nobodyIsLeft() {
    clock.moveBack();
    cohort.remove();
    registry.jdbc().update("DELETE FROM registry.cut");
    registry.jdbc().update("DELETE FROM registry.peer_question");
    registry.jdbc().update("DELETE FROM registry.peer_policy");
  }

  @Test
  void aPeerIsAnsweredAtOnceWhereNothingWasDecided() {
    HttpAnswer answer = ask(UUID.randomUUID());

    assertThat(answer).hasStatus(200);
    assertThat(Questions.status(answer)).isEqualTo("complete");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aPeerIsAnsweredNothingWhereTheStewardSaysNever() {
    policy("never");

    HttpAnswer answer = ask(UUID.randomUUID());
    assertThat(answer).hasStatus(200);
    assertThat(Questions.status(answer)).isEqualTo("disallowed");
    assertThat(charged()).isZero();
    // Of another indicator, and of another peer, nothing was decided.
    // The noise of events decides which of the two it is.
    assertThat(Questions.status(question().askProtected(registry, "adverse-events", asPeer(null))))
        .isIn("complete", "withheld");
    assertThat(
            Questions.status(
                question().askProtected(registry, MEASURE, AssumedCaller.peer("another"))))
        .isEqualTo("complete");
  }

  @Test
  void othersAreNotConcerned() {
    policy("never");

    assertThat(
            Questions.status(
                question().askProtected(registry, MEASURE, AssumedCaller.analyst(peer))))
        .isEqualTo("complete");
  }

  @Nested
  class AQuestionThatNeedsALook {
    private final UUID key = UUID.randomUUID();

    @BeforeEach
    void looks() {
      policy("after-a-look");
    }

    @Test
    void waitsAndIsShownInTheWordsOfTheLattice() {
      HttpAnswer answer =
          question()
              .narrowedTo("sex", "female")
              .dividedBy("age-band")
              .askProtected(registry, MEASURE, asPeer(key));

      assertThat(answer).hasStatus(202);
      assertThat(Questions.status(answer)).isEqualTo("deferred");
      assertThat(Questions.words(answer)).contains("same Idempotency-Key");
      assertThat(answer.header("Retry-After")).isPresent();
      assertThat(waiting())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(value(one, "peer")).isEqualTo(peer);
                assertThat(value(one, "indicator")).isEqualTo(MEASURE);
                assertThat(value(one, "period-start")).isEqualTo(START);
                assertThat(value(one, "period-end")).isEqualTo(END);
                assertThat(value(one, "stratifier")).isEqualTo("age-band");
                assertThat(part(one, "filter").getPart())
                    .extracting(part -> part.getValue().primitiveValue())
                    .containsExactly("sex", "female");
              });
      assertThat(charged()).isZero();
    }

    @Test
    void isOneHoweverOftenItIsAsked() {
      ask(key);
      ask(key);
      assertThat(waiting()).hasSize(1);
      ask(UUID.randomUUID());
      assertThat(waiting()).hasSize(2);
    }

    @Test
    void isAnsweredOverTheCutOfThatMomentWhenItIsAllowed() {
      ask(key);
      clock.moveTo(Instant.now().plus(Duration.ofDays(8)));
      cuts.run();

      assertThat(decide(waitingId(), true, false)).hasStatus(200);
      assertThat(charged()).isZero();
      assertThat(waiting()).isEmpty();

      HttpAnswer answer = ask(key);
      assertThat(answer).hasStatus(200);
      assertThat(Questions.status(answer)).isEqualTo("complete");
      assertThat(charged()).isPositive();
      // What was lost on the way is answered again, and it is the same.
      assertThat(ask(key).text()).isEqualTo(answer.text());
      // This question was allowed, and no other.
      assertThat(ask(UUID.randomUUID())).hasStatus(202);
    }

    @Test
    void isDisallowedWhenItIsDenied() {
      ask(key);
      assertThat(decide(waitingId(), false, false)).hasStatus(200);

      HttpAnswer answer = ask(key);
      assertThat(answer).hasStatus(200);
      assertThat(Questions.status(answer)).isEqualTo("disallowed");
      assertThat(answer).doesNotSay("It is my reason");
      assertThat(charged()).isZero();
      assertThat(ask(UUID.randomUUID())).hasStatus(202);
    }

    @Test
    void isDecidedForAllThatComeAndAllThatWait() {
      ask(key);
      UUID other = UUID.randomUUID();
      ask(other);
      assertThat(decide(waitingId(), true, true)).hasStatus(200);

      assertThat(waiting()).isEmpty();
      assertThat(Questions.status(ask(key))).isEqualTo("complete");
      assertThat(Questions.status(ask(other))).isEqualTo("complete");
      assertThat(Questions.status(ask(UUID.randomUUID()))).isEqualTo("complete");
      policy("never");
      assertThat(Questions.status(ask(key))).isEqualTo("disallowed");
    }

    @Test
    void expires() {
      ask(key);
      String id = waitingId();
      clock.moveTo(Instant.now().plus(Duration.ofDays(15)));

      assertThat(waiting()).isEmpty();
      assertThat(decide(id, true, false)).isRefused(404).hasOnlyIssue("not-found");
      cuts.run();
      assertThat(Questions.status(ask(key))).isEqualTo("disallowed");
    }

    @Test
    void needsAKey() {
      assertThat(question().askProtected(registry, MEASURE, asPeer(null)))
          .isRefused(400)
          .hasOnlyIssue("idempotency-key-missing");
      assertThat(
              question()
                  .askProtected(
                      registry, MEASURE, with(asPeer(null), "Idempotency-Key", "question 1")))
          .isRefused(400)
          .hasOnlyIssue("idempotency-key-missing");
    }

    @Test
    void hasAKeyOfItsOwn() {
      ask(key);
      assertThat(question().dividedBy("sex").askProtected(registry, MEASURE, asPeer(key)))
          .isRefused(409)
          .hasOnlyIssue("idempotency-key-reused");
    }

    @Test
    void isNoneWhereItIsNotPublished() {
      assertThat(question().dividedBy("clinic").askProtected(registry, MEASURE, asPeer(key)))
          .isRefused(400)
          .hasOnlyIssue("question-not-published");
      assertThat(
              Questions.status(
                  Questions.by("0.0.1", START, END).askProtected(registry, MEASURE, asPeer(key))))
          .isEqualTo("version-mismatch");
      assertThat(waiting()).isEmpty();
    }

    @Test
    void isOneOfSoManyThatMayWait() {
      for (int i = 0; i < 50; i++) {
        assertThat(ask(UUID.randomUUID())).hasStatus(202);
      }
      HttpAnswer tooMany = ask(key);
      assertThat(tooMany).isRefused(429).hasOnlyIssue("too-many-waiting");
      assertThat(tooMany.header("Retry-After")).isPresent();
      // Another peer's questions are its own.
      assertThat(
              registry.post(
                  "/Measure/" + MEASURE + "/$set-peer-policy",
                  parameters("another", "after-a-look", "Theirs too."),
                  STEWARD))
          .hasStatus(200);
      assertThat(
              question()
                  .askProtected(
                      registry,
                      MEASURE,
                      with(
                          AssumedCaller.peer("another"),
                          "Idempotency-Key",
                          UUID.randomUUID().toString())))
          .hasStatus(202);
    }
  }

  @Test
  void bothSidesOfADecisionAreInTheAudit() {
    policy("after-a-look");
    UUID key = UUID.randomUUID();
    HttpAnswer deferred = ask(key);
    String id = waitingId();
    HttpAnswer decided = decide(id, true, false);
    HttpAnswer answered = ask(key);

    assertThat(audited(deferred)).isEqualTo("$evaluate-protected 202 peer " + peer);
    assertThat(audited(decided)).isEqualTo("$decide-question 200 steward test");
    assertThat(audited(answered)).isEqualTo("$evaluate-protected 200 peer " + peer);
    assertThat(
            registry
                .jdbc()
                .queryForObject(
                    "SELECT count(*) FROM registry.audit WHERE ? = ANY (records)",
                    Integer.class,
                    "Task/" + id))
        .isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\":\"Patient\"}",
        "{\"resourceType\":\"Parameters\"}",
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"question\",\"valueId\":\"x\"},{\"name\":\"allow\",\"valueBoolean\":true},{\"name\":\"reason\",\"valueString\":\"x\"}]}",
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"question\",\"valueId\":\"ID\"},{\"name\":\"allow\",\"valueString\":\"yes\"},{\"name\":\"reason\",\"valueString\":\"x\"}]}",
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"question\",\"valueId\":\"ID\"},{\"name\":\"allow\",\"valueBoolean\":true}]}",
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"question\",\"valueId\":\"ID\"},{\"name\":\"allow\",\"valueBoolean\":true},{\"name\":\"reason\",\"valueString\":\" \"}]}"
      })
  void whatIsNoDecisionIsRefused(String body) {
    assertThat(
            registry.post(
                "/Measure/$decide-question",
                body.replace("ID", UUID.randomUUID().toString()),
                STEWARD))
        .isRefused(400);
  }

  @Test
  void whatIsNoPolicyIsRefused() {
    String at = "/Measure/" + MEASURE + "/$set-peer-policy";
    assertThat(registry.post(at, parameters(peer, "sometimes", "Why not."), STEWARD))
        .isRefused(400)
        .hasOnlyIssue("invalid-request");
    assertThat(registry.post(at, parameters("a b", "never", "Why not."), STEWARD)).isRefused(400);
    assertThat(registry.post(at, parameters(peer, "never", "x".repeat(501)), STEWARD))
        .isRefused(400);
    assertThat(
            registry.post(
                "/Measure/none/$set-peer-policy", parameters(peer, "never", "Why not."), STEWARD))
        .isRefused(404);
  }

  @Test
  void nobodyButTheStewardDecides() {
    for (String[] other : List.of(AssumedCaller.analyst("one"), AssumedCaller.peer(peer))) {
      assertThat(registry.post("/Measure/$peer-questions", "{}", other)).isRefused(403);
      assertThat(registry.post("/Measure/$decide-question", "{}", other)).isRefused(403);
      assertThat(registry.post("/Measure/" + MEASURE + "/$set-peer-policy", "{}", other))
          .isRefused(403);
    }
  }

  // ---- a peer and a steward ----------------------------------------------------------------

  private static Questions question() {
    return Questions.of(START, END);
  }

  private HttpAnswer ask(UUID key) {
    return question().askProtected(registry, MEASURE, asPeer(key));
  }

  private String[] asPeer(@Nullable UUID key) {
    return key == null
        ? AssumedCaller.peer(peer)
        : with(AssumedCaller.peer(peer), "Idempotency-Key", key.toString());
  }

  private static String[] with(String[] headers, String name, String value) {
    return new String[] {headers[0], headers[1], name, value};
  }

  private void policy(String policy) {
    assertThat(
            registry.post(
                "/Measure/" + MEASURE + "/$set-peer-policy",
                parameters(peer, policy, "It is my reason."),
                STEWARD))
        .hasStatus(200);
  }

  private static String parameters(String peer, String policy, String reason) {
    return """
    {"resourceType":"Parameters","parameter":[
      {"name":"peer","valueString":"%s"},
      {"name":"policy","valueCode":"%s"},
      {"name":"reason","valueString":"%s"}]}\
    """
        .formatted(peer, policy, reason);
  }

  private HttpAnswer decide(String id, boolean allow, boolean standing) {
    return registry.post(
        "/Measure/$decide-question",
        """
        {"resourceType":"Parameters","parameter":[
          {"name":"question","valueId":"%s"},
          {"name":"allow","valueBoolean":%s},
          {"name":"standing","valueBoolean":%s},
          {"name":"reason","valueString":"It is my reason."}]}\
        """
            .formatted(id, allow, standing),
        STEWARD);
  }

  private List<ParametersParameterComponent> waiting() {
    return registry
        .post("/Measure/$peer-questions", "{\"resourceType\":\"Parameters\"}", STEWARD)
        .resource(Parameters.class)
        .getParameter()
        .stream()
        .filter(one -> one.getName().equals("question") && value(one, "peer").equals(peer))
        .toList();
  }

  private String waitingId() {
    return value(waiting().get(0), "id");
  }

  private static ParametersParameterComponent part(ParametersParameterComponent of, String name) {
    return of.getPart().stream()
        .filter(part -> part.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String value(ParametersParameterComponent of, String name) {
    return part(of, name).getValue().primitiveValue();
  }

  private int charged() {
    return registry
        .jdbc()
        .queryForObject("SELECT count(*) FROM registry.cell_charge", Integer.class);
  }

  private String audited(HttpAnswer answer) {
    return registry
        .jdbc()
        .queryForObject(
            "SELECT interaction || ' ' || status || ' ' || role || ' ' || client FROM registry.audit"
                + " WHERE request = ?",
            String.class,
            answer.header("X-Request-Id").orElseThrow());
  }
}
