package org.ketamineregistry.network.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketamineregistry.credentials.SigningKey;
import org.ketamineregistry.network.Answers;
import org.ketamineregistry.network.Member;
import org.ketamineregistry.network.MemberStatus;
import org.ketamineregistry.network.Reply;
import org.ketamineregistry.network.outbound.FakeMember.Answer;

/** Every way in which asking a member can go is told as a status, and none is an exception. */
class MemberClientTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String GOOD = Answers.counted("complete", 100);

  private final FakeMember registry = FakeMember.answering("gb", GOOD);
  private final MemberClient client = client(null);

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void carriesTheQuestionItsDeadlineAndItsKey() throws Exception {
    UUID key = UUID.randomUUID();
    Reply reply = client.ask(member(null), Answers.patients("sex"), key, LONG, LONG);
    assertThat(reply.status())
        .isEqualTo(MemberStatus.ERROR); // Undivided figures were not asked for.
    assertThat(client.ask(member(null), Answers.patients(), key, LONG, LONG))
        .isEqualTo(Reply.answered(MemberStatus.COMPLETE, GOOD));
    var request = registry.received().get(0);
    assertThat(request.target()).isEqualTo("/fhir/Measure/patients-treated/$evaluate-protected");
    assertThat(request.header("Prefer")).isEqualTo("wait=30");
    assertThat(request.header("Idempotency-Key")).isEqualTo(key.toString());
    assertThat(request.body())
        .contains("\"period-start\"", "2026-01-01", "\"stratifier\"", "sex", "guide-version");
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        Arguments.of(200, Answers.bare("no-data"), MemberStatus.NO_DATA, false),
        Arguments.of(200, Answers.bare("withheld"), MemberStatus.WITHHELD, false),
        Arguments.of(200, Answers.bare("deferred"), MemberStatus.DEFERRED, false),
        Arguments.of(200, Answers.bare("disallowed"), MemberStatus.DISALLOWED, false),
        Arguments.of(200, Answers.bare("version-mismatch"), MemberStatus.VERSION_MISMATCH, false),
        Arguments.of(200, Answers.bare("timed-out"), MemberStatus.TIMED_OUT, true),
        Arguments.of(200, "<html>", MemberStatus.ERROR, false),
        Arguments.of(202, "", MemberStatus.DEFERRED, false),
        Arguments.of(302, "", MemberStatus.ERROR, false),
        Arguments.of(400, "", MemberStatus.ERROR, false),
        Arguments.of(401, "", MemberStatus.DISALLOWED, true),
        Arguments.of(403, "", MemberStatus.DISALLOWED, false),
        Arguments.of(404, "", MemberStatus.ERROR, false),
        Arguments.of(429, "", MemberStatus.ERROR, true),
        Arguments.of(500, "", MemberStatus.ERROR, true),
        Arguments.of(503, "", MemberStatus.ERROR, true));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void tellsWhatItAnswered(int http, String body, MemberStatus status, boolean passing)
      throws Exception {
    registry.answersBy(request -> new Answer(http, body));
    Reply reply = ask(LONG);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.passing()).isEqualTo(passing);
  }

  @Test
  void waitsAsTheMemberAsksButNotForEver() throws Exception {
    registry.answersBy(request -> new Answer(503, "", "Retry-After", "7"));
    assertThat(ask(LONG).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    registry.answersBy(request -> new Answer(503, "", "Retry-After", "999999"));
    assertThat(ask(LONG).retryAfter()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void tellsOfOneThatIsAway() throws Exception {
    registry.kill();
    assertThat(ask(LONG))
        .extracting(Reply::status, Reply::passing)
        .containsExactly(MemberStatus.UNREACHABLE, true);
  }

  @Test
  void tellsOfOneThatIsSilent() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    registry.answersBy(
        request -> {
          never.await();
          return new Answer(200, GOOD);
        });
    assertThat(ask(SHORT))
        .extracting(Reply::status, Reply::passing)
        .containsExactly(MemberStatus.TIMED_OUT, true);
  }

  @Test
  void takesNoAnswerWithoutAnEnd() throws Exception {
    registry.answersBy(request -> new Answer(200, " ".repeat(33 * 1024 * 1024)));
    assertThat(ask(LONG).status()).isEqualTo(MemberStatus.ERROR);
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (FakeMember elsewhere = FakeMember.answering("fr", GOOD)) {
      registry.answersBy(request -> new Answer(307, "", "Location", elsewhere.base()));
      assertThat(ask(LONG).status()).isEqualTo(MemberStatus.ERROR);
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void leavesAMemberAloneThatWasAway() throws Exception {
    registry.answersBy(request -> new Answer(503, ""));
    for (int i = 0; i < 5; i++) {
      ask(LONG);
    }
    assertThat(ask(LONG).status()).isEqualTo(MemberStatus.UNREACHABLE);
    assertThat(registry.received()).hasSize(5);
  }

  @Test
  void sendsItsAssertionToTheAddressOfTheDirectoryAlone() throws Exception {
    MemberClient withKey = client(identity());
    try (FakeMember thief = FakeMember.answering("thief", "{\"access_token\":\"x\"}")) {
      registry.answersBy(
          request ->
              request.target().endsWith("/token")
                  ? new Answer(200, "{\"access_token\":\"good\",\"expires_in\":290}")
                  : request.target().endsWith("smart-configuration")
                      ? new Answer(200, configuration(thief.base() + "/token"))
                      : new Answer(200, GOOD));
      Member guarded = member(registry.base() + "/token");
      assertThat(ask(withKey, guarded).status()).isEqualTo(MemberStatus.DISALLOWED);
      assertThat(thief.received()).isEmpty();
      registry.answersBy(
          request ->
              request.target().endsWith("/token")
                  ? new Answer(200, "{\"access_token\":\"good\",\"expires_in\":290}")
                  : request.target().endsWith("smart-configuration")
                      ? new Answer(200, configuration(registry.base() + "/token"))
                      : new Answer(200, GOOD));
      assertThat(ask(withKey, guarded).status()).isEqualTo(MemberStatus.COMPLETE);
      assertThat(registry.received())
          .last()
          .extracting(request -> request.header("Authorization"))
          .isEqualTo("Bearer good");
    }
  }

  @Test
  void asksNobodyForATokenWithoutAKey() throws Exception {
    assertThat(ask(client, member(registry.base() + "/token")).status())
        .isEqualTo(MemberStatus.DISALLOWED);
    assertThat(registry.received()).isEmpty();
  }

  private static String configuration(String tokens) {
    return "{\"issuer\":\"https://issuer.example\",\"token_endpoint\":\"" + tokens + "\"}";
  }

  private static Identity identity() throws JOSEException {
    String key = new ECKeyGenerator(Curve.P_384).keyID("k").generate().toJSONString();
    return new Identity("registry-fr", SigningKey.of(key, null), "purpose/PUBHLTH");
  }

  private static MemberClient client(@Nullable Identity identity) {
    return new MemberClient(
        Optional.ofNullable(identity), FhirContext.forR4Cached(), Clock.systemUTC());
  }

  private Member member(@Nullable String tokens) {
    return new Member(
        "gb",
        "Registry",
        "GB",
        URI.create(registry.base()),
        tokens == null ? null : URI.create(tokens),
        Set.of("0.3.0"),
        Set.of());
  }

  private Reply ask(Duration patience) throws InterruptedException {
    return client.ask(
        member(null), Answers.patients(), UUID.randomUUID(), Duration.ofSeconds(1), patience);
  }

  private static Reply ask(MemberClient client, Member member) throws InterruptedException {
    return client.ask(member, Answers.patients(), UUID.randomUUID(), LONG, LONG);
  }
}
