package org.ketamineregistry.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ketamineregistry.ehr.Draft;
import org.ketamineregistry.ehr.Ehr;
import org.ketamineregistry.server.FakeHook;

/** A subscriber to a topic, whose hook is away now and then, while the registry is killed. */
final class Subscriber implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final FakeHook hook = new FakeHook();
  private final String topic;

  /**
   * @param topic the last part of its canonical URL
   */
  Subscriber(String topic) {
    this.topic = topic;
  }

  /** What is sent to subscribe. */
  Draft wish() {
    return Draft.of(Ehr.file("Subscription-findings-of-a-clinic"))
        .without("/id")
        .without("/_criteria")
        .without("/channel/extension")
        .withText("/criteria", "https://ketamine-registry.example/fhir/SubscriptionTopic/" + topic)
        .withText("/channel/_payload/extension/0/valueCode", "id-only")
        .withText("/channel/endpoint", hook.url());
  }

  void awaitHandshake() throws InterruptedException {
    await(() -> hook.calls().stream().anyMatch(call -> call.type().equals("handshake")));
  }

  /** The hook answers the next so many calls by 503. */
  void isAwayFor(int calls) {
    hook.isAwayFor(calls);
  }

  /**
   * Waits for as many events, each of which was taken at least once, and none before all that have
   * a lower number.
   *
   * @return the records of the events, by number
   */
  Map<Long, String> awaitToldInOrder(int count) throws InterruptedException {
    await(() -> taken().size() >= count);
    Map<Long, String> told = taken();
    assertThat(told.keySet()).hasSize(count);
    assertThat(told.keySet()).startsWith(1L).endsWith((long) count);
    return told;
  }

  private Map<Long, String> taken() {
    Map<Long, String> taken = new TreeMap<>();
    for (FakeHook.Call call : hook.calls()) {
      if (call.answered() == 200) {
        for (String event : call.events()) {
          String[] parts = event.split(" ", 2);
          long number = Long.parseLong(parts[0]);
          assertThat(number)
              .as("the next event, or one again")
              .isLessThanOrEqualTo(taken.size() + 1L);
          String before = taken.put(number, parts[1]);
          assertThat(before).as("an event that is told again").isIn(null, parts[1]);
        }
      }
    }
    return taken;
  }

  /** How many calls the hook did not take. */
  long refused() {
    return hook.calls().stream().filter(call -> call.answered() != 200).count();
  }

  private interface Condition {
    boolean holds();
  }

  private void await(Condition condition) throws InterruptedException {
    Instant until = Instant.now().plus(LIMIT);
    while (!condition.holds()) {
      assertThat(Instant.now()).as(topic + ": " + types()).isBefore(until);
      Thread.sleep(200);
    }
  }

  private List<String> types() {
    return hook.calls().stream().map(FakeHook.Call::type).distinct().toList();
  }

  @Override
  public void close() {
    hook.close();
  }
}
