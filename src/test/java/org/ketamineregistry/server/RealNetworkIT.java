package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketamineregistry.server.AnswerAssert.assertThat;
import static org.ketamineregistry.server.NetworkOfRegistries.isQuestion;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketamineregistry.access.Purpose;
import org.ketamineregistry.access.Role;
import org.ketamineregistry.answer.CutRound;
import org.ketamineregistry.identity.Identity;
import org.ketamineregistry.network.outbound.FakeMember;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Five real registries with a real identity provider ask each other (R10, R20): one is slow, one is
 * killed when its answer is on the way, one refuses, one waits for its steward, one is said to work
 * by an old guide. Every status is right, what is late is added, and nobody is counted twice.
 */
@GuardedRegistryTest
class RealNetworkIT {
  private static final String MEASURE = "patients-treated";
  private static final Duration BOUND = Duration.ofMinutes(4);
  private static final int DEADLINE_SECONDS = 8;

  private final Identity identity = Identity.provider();
  private final Identity.Client witness = identity.register(Role.PEER, null);
  private final NetworkOfRegistries network = new NetworkOfRegistries();
  private final RegistryUnderTest asker;
  private final CutRound cuts;
  private final String client;
  private final TreatedCohort ownCohort;

  /** It takes no submission, so that it starts without what only submissions need. */
  static final class NoWarmUp implements BeanFactoryPostProcessor {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
      for (String name : beans.getBeanNamesForType(WarmUp.class, true, false)) {
        ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
      }
    }
  }

  /** A registry whose steward looks at every question. */
  @GuardedRegistryTest
  @Import(NoWarmUp.class)
  @TestPropertySource(
      properties = {
        "registry.door.body-timeout=30s",
        "registry.network.peers.policy=after-a-look",
        "registry.privacy.key-file=target/test-waiting-privacy.key"
      })
  static final class Waiting {}

  /** A registry whose steward refuses. */
  @GuardedRegistryTest
  @Import(NoWarmUp.class)
  @TestPropertySource(
      properties = {
        "registry.door.body-timeout=30s",
        "registry.privacy.key-file=target/test-refusing-privacy.key"
      })
  static final class Refusing {}

  /** A registry that is far away. */
  @GuardedRegistryTest
  @Import(NoWarmUp.class)
  @TestPropertySource(
      properties = {
        "registry.door.body-timeout=30s",
        "registry.privacy.key-file=target/test-slow-privacy.key"
      })
  static final class Slow {}

  RealNetworkIT(RegistryUnderTest registry, CutRound cuts, Environment environment) {
    asker = registry;
    this.cuts = cuts;
    client = environment.getRequiredProperty("registry.network.client-id");
    ownCohort = new TreatedCohort(registry.jdbc(), "2019-05-06");
  }

  @AfterEach
  void nobodyIsLeft() throws Exception {
    network.close();
    ownCohort.remove();
    asker.jdbc().update("DELETE FROM registry.asking");
    asker.jdbc().update("DELETE FROM registry.network_directory");
    asker.jdbc().update("DELETE FROM registry.cut");
  }

  @Test
  void answersTogetherWhateverBecomesOfEach(@TempDir Path folder) throws Exception {
    // ---- five registries
    NetworkOfRegistries.Apart killed = network.new Apart(folder);
    RegistryUnderTest waiting = treating(network.start(Waiting.class), 70);
    RegistryUnderTest refusing = treating(network.start(Refusing.class), 90);
    RegistryUnderTest slow = treating(network.start(Slow.class), 110);
    ownCohort.with(60, "female").permitNetwork(60, "female");
    asker.jdbc().update("DELETE FROM registry.cut");
    cuts.run();
    RegistryUnderTest killedBefore = treating(killed.ready(), 130);
    decide(refusing, client, "never");
    decide(waiting, witness.id(), "automatic");

    // ---- who know each other, with somebody on the way to two of them
    var isReleased = new CountDownLatch(1);
    var isOnItsWay = new CountDownLatch(1);
    var isKilled = new CountDownLatch(1);
    FakeMember farAway =
        network.before(
            slow::root,
            (request, onward) -> {
              if (isQuestion(request)) {
                isReleased.await();
              }
              return onward.pass();
            });
    FakeMember unlucky =
        network.before(
            killed::root,
            (request, onward) -> {
              FakeMember.Answer answer = onward.pass();
              if (isQuestion(request) && isKilled.getCount() > 0) {
                isOnItsWay.countDown();
                isKilled.await();
                throw new IOException("It was killed");
              }
              return answer;
            });
    FakeMember old = network.before(slow::root, (request, onward) -> onward.pass());
    network
        .with("complete", asker.base(), Questions.VERSION)
        .with("waiting", waiting.base(), Questions.VERSION)
        .with("refusing", refusing.base(), Questions.VERSION)
        .with("slow", farAway.base(), Questions.VERSION)
        .with("killed", unlucky.base(), Questions.VERSION)
        .with("old", old.base(), "0.1.0")
        .publish();

    // ---- one that is about to be killed asks too
    HttpAnswer askedByKilled =
        question()
            .within(5)
            .ofMembers("complete", "slow")
            .askNetwork(analyst(killedBefore), MEASURE);
    assertThat(askedByKilled).hasStatus(202);

    // ---- asked, and killed when its answer is on the way
    HttpAnswer asked = question().within(DEADLINE_SECONDS).askNetwork(analyst(asker), MEASURE);
    assertThat(asked).hasStatus(202);
    assertThat(isOnItsWay.await(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
    killed.kill();
    isKilled.countDown();

    // ---- at the deadline
    HttpAnswer partial = polled(asker, asked, answer -> true);
    assertThat(Questions.statuses(partial))
        .isEqualTo(
            Map.of(
                "complete", "complete",
                "waiting", "deferred",
                "refusing", "disallowed",
                "slow", "timed-out",
                "killed", "unreachable",
                "old", "version-mismatch"));
    assertThat(partial.text()).contains("Partial answer: 1 of 6 members");
    assertThat(count(partial)).isEqualTo(released(asker));

    // ---- what is late
    killed.restart();
    isReleased.countDown();
    allow(waiting);
    HttpAnswer withTwo =
        polled(
            asker,
            asked,
            answer ->
                "complete".equals(Questions.statuses(answer).get("waiting"))
                    && "complete".equals(Questions.statuses(answer).get("slow")));
    assertThat(count(withTwo)).isEqualTo(released(asker) + released(waiting) + released(slow));
    RegistryUnderTest killedAfter = killed.ready();
    HttpAnswer whole =
        polled(asker, asked, answer -> "complete".equals(Questions.statuses(answer).get("killed")));
    assertThat(Questions.statuses(whole))
        .isEqualTo(
            Map.of(
                "complete", "complete",
                "waiting", "complete",
                "refusing", "disallowed",
                "slow", "complete",
                "killed", "complete",
                "old", "version-mismatch"));
    assertThat(whole.text()).contains("Partial answer: 4 of 6 members");
    assertThat(count(whole))
        .isEqualTo(released(asker) + released(waiting) + released(slow) + released(killedAfter));
    assertThat(report(whole).getStatus()).isEqualTo(MeasureReport.MeasureReportStatus.COMPLETE);
    assertThat(old.received()).isEmpty();

    // ---- what the killed one had asked is answered, and of nobody twice
    HttpAnswer afterwards =
        polled(
            killedAfter,
            askedByKilled,
            answer -> !Questions.statuses(answer).containsValue("timed-out"));
    assertThat(Questions.statuses(afterwards))
        .isEqualTo(Map.of("complete", "complete", "slow", "complete"));
    assertThat(count(afterwards)).isEqualTo(released(asker) + released(slow));

    // ---- both sides have it on record
    String task = "Task/" + address(asked).replaceFirst(".*/", "");
    assertThat(audited(asker, "interaction = '$ask-network' AND ? = ANY (records)", task)).isOne();
    assertThat(audited(asker, "interaction = '$evaluate-protected' AND ? = ANY (records)", task))
        .as("each answer, and each time that it was deferred")
        .isGreaterThanOrEqualTo(5);
    for (RegistryUnderTest member : List.of(asker, refusing, slow)) {
      assertThat(answered(member, 200)).isOne();
    }
    assertThat(answered(waiting, 202)).isPositive();
    assertThat(answered(waiting, 200)).isOne();
    assertThat(audited(waiting, "interaction = ?", "$decide-question")).isOne();
    // Its answer was on the way when it was killed: it is known to have answered twice,
    assertThat(answered(killedAfter, 200)).isEqualTo(2);
    // and the budget was charged for one question.
    assertThat(killedAfter.jdbc().queryForObject(CHARGED, Integer.class))
        .isEqualTo(slow.jdbc().queryForObject(CHARGED, Integer.class));
    assertThat(keys(unlucky)).hasSize(1);
  }

  private static final String CHARGED = "SELECT count(*) FROM registry.cell_charge";

  // ---- registries --------------------------------------------------------------------------

  private static RegistryUnderTest treating(ApplicationContext context, int persons) {
    RegistryUnderTest registry = context.getBean(RegistryUnderTest.class);
    new TreatedCohort(registry.jdbc(), "2019-05-06")
        .with(persons, "female")
        .permitNetwork(persons, "female");
    context.getBean(CutRound.class).run();
    return registry;
  }

  /** It makes its cuts itself, and once there is somebody to count. */
  private static RegistryUnderTest treating(RegistryUnderTest registry, int persons)
      throws InterruptedException {
    JdbcTemplate jdbc = registry.jdbc();
    jdbc.execute("BEGIN");
    new TreatedCohort(jdbc, "2019-05-06").with(persons, "female").permitNetwork(persons, "female");
    jdbc.execute("COMMIT");
    Instant until = Instant.now().plus(BOUND);
    while (jdbc.queryForObject(
            "SELECT count(*) FROM registry.cut WHERE persons < ?", Integer.class, persons)
        > 0) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(100);
    }
    return registry;
  }

  private RegistryUnderTest steward(RegistryUnderTest registry) {
    return registry.with(
        identity.token(Role.STEWARD, null, Purpose.PUBLIC_HEALTH, "system/*.cruds"));
  }

  private RegistryUnderTest analyst(RegistryUnderTest registry) {
    return registry.with(
        identity.token(Role.ANALYST, null, Purpose.PUBLIC_HEALTH, "system/Measure.rs"));
  }

  private void decide(RegistryUnderTest registry, String peer, String policy) {
    assertThat(
            steward(registry)
                .post(
                    "/Measure/" + MEASURE + "/$set-peer-policy",
                    """
                    {"resourceType":"Parameters","parameter":[
                      {"name":"peer","valueString":"%s"},
                      {"name":"policy","valueCode":"%s"},
                      {"name":"reason","valueString":"As both agreed."}]}\
                    """
                        .formatted(peer, policy)))
        .hasStatus(200);
  }

  /** The steward allows the one question that waits. */
  private void allow(RegistryUnderTest registry) {
    List<ParametersParameterComponent> waiting =
        steward(registry)
            .post("/Measure/$peer-questions", "{\"resourceType\":\"Parameters\"}")
            .resource(Parameters.class)
            .getParameter()
            .stream()
            .filter(one -> one.getName().equals("question"))
            .toList();
    assertThat(waiting).as("one question, however often it was asked").hasSize(1);
    assertThat(part(waiting.get(0), "peer").getValue().primitiveValue()).isEqualTo(client);
    assertThat(
            steward(registry)
                .post(
                    "/Measure/$decide-question",
                    """
                    {"resourceType":"Parameters","parameter":[
                      {"name":"question","valueId":"%s"},
                      {"name":"allow","valueBoolean":true},
                      {"name":"reason","valueString":"It serves both."}]}\
                    """
                        .formatted(part(waiting.get(0), "id").getValue().primitiveValue())))
        .hasStatus(200);
  }

  // ---- asking ------------------------------------------------------------------------------

  private static Questions question() {
    return Questions.of("2019-04-01", "2019-06-30");
  }

  /** What a registry tells another one that asks it alone. */
  private int released(RegistryUnderTest registry) {
    String token =
        identity.ask(witness, Purpose.PUBLIC_HEALTH.scope() + " system/Measure.rs").token();
    HttpAnswer answer = question().askProtected(registry.with(token), MEASURE);
    assertThat(Questions.status(answer)).isEqualTo("complete");
    return Questions.report(answer).getGroupFirstRep().getPopulationFirstRep().getCount();
  }

  private HttpAnswer polled(
      RegistryUnderTest registry, HttpAnswer asked, Predicate<HttpAnswer> isThere)
      throws InterruptedException {
    Instant until = Instant.now().plus(BOUND);
    while (true) {
      HttpAnswer answer = analyst(registry).get(address(asked));
      if (answer.status() == 200 && isThere.test(answer)) {
        return answer;
      }
      assertThat(answer).hasStatus(200, 202);
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("It does not come: " + answer);
      }
      Thread.sleep(300);
    }
  }

  private static String address(HttpAnswer asked) {
    String url = asked.header("Content-Location").orElseThrow();
    return URI.create(url).getPath().replaceFirst("^/fhir", "");
  }

  // ---- what came ---------------------------------------------------------------------------

  private static ParametersParameterComponent part(ParametersParameterComponent of, String name) {
    return of.getPart().stream()
        .filter(part -> part.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static MeasureReport report(HttpAnswer answer) {
    return (MeasureReport) answer.resource(Parameters.class).getParameterFirstRep().getResource();
  }

  private static int count(HttpAnswer answer) {
    return report(answer).getGroupFirstRep().getPopulationFirstRep().getCount();
  }

  private static Set<String> keys(FakeMember member) {
    return member.received().stream()
        .filter(NetworkOfRegistries::isQuestion)
        .map(request -> request.header("Idempotency-Key"))
        .collect(Collectors.toSet());
  }

  /** How often a member has on record that it answered the one that asked. */
  private int answered(RegistryUnderTest registry, int status) {
    return audited(
        registry,
        "interaction = '$evaluate-protected' AND role = 'peer' AND status = "
            + status
            + " AND client = ?",
        client);
  }

  private static int audited(RegistryUnderTest registry, String where, String value) {
    Integer entries =
        registry
            .jdbc()
            .queryForObject(
                "SELECT count(*) FROM registry.audit WHERE " + where, Integer.class, value);
    return entries == null ? 0 : entries;
  }
}
