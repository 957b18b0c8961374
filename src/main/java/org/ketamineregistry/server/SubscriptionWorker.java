package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.ketamineregistry.store.Notifications;
import org.ketamineregistry.store.Notifications.Claim;
import org.ketamineregistry.subscription.HookFailure;
import org.ketamineregistry.subscription.NotificationWriter;
import org.ketamineregistry.subscription.outbound.HookAnswer;
import org.ketamineregistry.subscription.outbound.HookClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells subscriptions what happened. It knows nothing that is not in the database: where it dies,
 * its lease ends, and another worker tells the same again.
 */
final class SubscriptionWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionWorker.class);

  /** Beyond the timeout of a call, so that nobody else calls meanwhile. */
  private static final Duration MARGIN = Duration.ofSeconds(50);

  private static final Duration PASS = Duration.ofMinutes(10);

  private final Notifications notifications;
  private final HookClient hooks;
  private final SubscriptionSettings settings;
  private final FhirContext context;
  private final MeterRegistry meters;
  private final Clock clock;
  private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService lines;
  private final Semaphore free;
  private Instant passAt = Instant.MIN;

  SubscriptionWorker(
      Notifications notifications,
      HookClient hooks,
      SubscriptionSettings settings,
      FhirContext context,
      MeterRegistry meters,
      Clock clock) {
    this.notifications = notifications;
    this.hooks = hooks;
    this.settings = settings;
    this.context = context;
    this.meters = meters;
    this.clock = clock;
    lines = Executors.newFixedThreadPool(settings.concurrency());
    free = new Semaphore(settings.concurrency());
  }

  /** Works from now on, and goes on with what was left. */
  void start() {
    long millis = settings.interval().toMillis();
    if (millis > 0) {
      pulse.scheduleWithFixedDelay(this::work, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** There is something to do. */
  void wake() {
    if (!settings.interval().isZero()) {
      try {
        pulse.execute(this::work);
      } catch (RejectedExecutionException e) {
        LOG.debug("It stops; another worker goes on");
      }
    }
  }

  private void work() {
    try {
      distribute();
      pass();
      while (free.availablePermits() > 0) {
        Optional<Claim> claim = claimed();
        if (claim.isEmpty()) {
          return;
        }
        free.acquireUninterruptibly(); // This thread alone takes them, so one is there.
        begin(claim.get());
      }
    } catch (RuntimeException e) {
      // Without its database the registry says so elsewhere; the next pulse finds it again.
      LOG.warn("Subscriptions could not be worked for: {}", e.getClass().getSimpleName());
    }
  }

  /** Does at once, in this thread, whatever is to be done now; how many hooks were called. */
  int round() {
    distribute();
    int called = 0;
    for (Optional<Claim> claim = claimed(); claim.isPresent(); claim = claimed()) {
      tell(claim.get());
      called++;
    }
    return called;
  }

  private void distribute() {
    while (Notifications.isFull(notifications.distribute(clock.instant()))) {
      // Until all is given out.
    }
  }

  private void pass() {
    Instant now = clock.instant();
    if (now.isAfter(passAt)) {
      notifications.pass(now, now.minus(settings.kept()));
      passAt = now.plus(PASS);
    }
  }

  private Optional<Claim> claimed() {
    return notifications.claim(clock.instant(), settings.timeout().plus(MARGIN));
  }

  private void begin(Claim claim) {
    try {
      lines.execute(
          () -> {
            try {
              tell(claim);
            } catch (RuntimeException e) {
              // The lease ends, and it is told again.
              LOG.warn("What a hook answered was not kept: {}", e.getClass().getSimpleName());
            } finally {
              free.release();
            }
          });
    } catch (RejectedExecutionException e) {
      free.release(); // It stops; another worker goes on.
    }
  }

  private void tell(Claim claim) {
    HookAnswer answer =
        hooks.tell(claim.subscribed().wish().endpoint(), claim.headers(), body(claim));
    HookFailure failure = answer.failure();
    Instant now = clock.instant();
    meters
        .counter("registry.notifications", "outcome", failure == null ? "told" : failure.code())
        .increment();
    if (failure == null) {
      notifications.told(claim, now);
      return;
    }
    int dead =
        notifications.failed(
            claim,
            now,
            progress ->
                progress.failed(
                    now,
                    failure,
                    answer.retryAfter(),
                    ThreadLocalRandom.current().nextDouble(),
                    settings.pace()));
    meters.counter("registry.notifications.dead").increment(dead);
    LOG.info(
        "The hook of Subscription {} was not told: {}", claim.subscribed().id(), failure.code());
  }

  private byte[] body(Claim claim) {
    return context
        .newJsonParser()
        .encodeResourceToString(
            NotificationWriter.notification(
                claim.subscribed(), claim.notice(), claim.events(), clock.instant()))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Stops; what is under way is left to the next worker. */
  @Override
  public void close() {
    pulse.shutdownNow();
    lines.shutdownNow();
    hooks.close();
  }
}
