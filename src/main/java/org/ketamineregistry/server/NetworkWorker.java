package org.ketamineregistry.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ketamineregistry.network.Member;
import org.ketamineregistry.network.MemberStatus;
import org.ketamineregistry.network.Reply;
import org.ketamineregistry.network.SubTask;
import org.ketamineregistry.network.Term;
import org.ketamineregistry.network.outbound.MemberClient;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.store.Askings;
import org.ketamineregistry.store.Askings.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what askings have to do: takes sub-tasks that are due, asks, and keeps what came. It knows
 * nothing that is not in the database, save what is under way; a claim ends by itself when nobody
 * says any more that its worker is alive, and another worker goes on.
 */
final class NetworkWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkWorker.class);
  private static final Duration PULSE = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofSeconds(15);

  /** How long a member may take that is asked after the deadline. */
  private static final Duration LATE = Duration.ofSeconds(30);

  private static final Duration FORGET = Duration.ofHours(1);

  /** How long an answer is waited for that comes after the deadline. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Askings askings;
  private final NetworkDirectory directory;
  private final MemberClient client;
  private final NetworkSettings settings;
  private final Clock clock;
  private final Map<UUID, String> underWay = new ConcurrentHashMap<>();
  private final AtomicBoolean isWoken = new AtomicBoolean();
  private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService lines;
  private Instant forgetAt = Instant.MIN;

  NetworkWorker(
      Askings askings,
      NetworkDirectory directory,
      MemberClient client,
      NetworkSettings settings,
      Clock clock) {
    this.askings = askings;
    this.directory = directory;
    this.client = client;
    this.settings = settings;
    this.clock = clock;
    lines = Executors.newFixedThreadPool(settings.concurrency());
  }

  /** Works from now on, and goes on with what was left. */
  void start() {
    pulse.scheduleWithFixedDelay(
        this::work, PULSE.toMillis(), PULSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** There is something to do. */
  void wake() {
    if (isWoken.compareAndSet(false, true)) {
      try {
        pulse.execute(
            () -> {
              isWoken.set(false);
              work();
            });
      } catch (RejectedExecutionException e) {
        isWoken.set(false); // It stops; the next worker goes on.
      }
    }
  }

  private void work() {
    try {
      Instant now = clock.instant();
      askings.renew(List.copyOf(underWay.keySet()), now.plus(LEASE));
      askings.pass(now);
      forget(now);
      boolean found = true;
      while (found && underWay.size() < settings.concurrency()) {
        List<Claim> claims = askings.claim(now, 1, busy(), LEASE);
        claims.forEach(this::begin);
        found = !claims.isEmpty();
      }
    } catch (RuntimeException e) {
      // Without its database the registry says so elsewhere; the next pulse finds it again.
      LOG.warn("The network could not be worked for: {}", e.getClass().getSimpleName());
    }
  }

  /** In the one thread of the pulse. */
  private void forget(Instant now) {
    if (now.isAfter(forgetAt)) {
      askings.forget(now.minus(settings.kept()));
      forgetAt = now.plus(FORGET);
    }
  }

  private List<String> busy() {
    return underWay.values().stream()
        .filter(
            member ->
                underWay.values().stream().filter(member::equals).count() >= settings.perMember())
        .distinct()
        .toList();
  }

  private void begin(Claim claim) {
    underWay.put(claim.task().id(), claim.task().member());
    try {
      lines.execute(() -> ask(claim));
    } catch (RejectedExecutionException e) {
      underWay.remove(claim.task().id());
    }
  }

  private void ask(Claim claim) {
    try {
      keep(claim, reply(claim));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // What is under way comes to its end by its lease, and is asked again.
      LOG.warn("An answer of a member could not be kept: {}", e.getClass().getSimpleName());
    } finally {
      underWay.remove(claim.task().id());
      wake();
    }
  }

  private Reply reply(Claim claim) throws InterruptedException {
    Instant now = clock.instant();
    Term term = claim.asking().term();
    Duration left = Duration.between(now, term.deadline());
    Duration wait = left.isNegative() || left.isZero() ? LATE : left;
    try {
      Member member = directory.current().member(claim.task().member()).orElse(null);
      if (member == null) {
        return Reply.ended(MemberStatus.ERROR, "it is not in the directory any more");
      }
      return client.ask(
          member, claim.asking().question(), claim.task().id(), wait, wait.plus(PATIENCE));
    } catch (Refused refused) {
      return Reply.failed(MemberStatus.ERROR, Duration.ZERO, "the directory is not used");
    } catch (RuntimeException | StackOverflowError e) {
      // Reading what is nested without end comes to the latter.
      LOG.error("A member could not be asked: {}", e.getClass().getName());
      return Reply.failed(MemberStatus.ERROR, Duration.ZERO, "this registry made a mistake");
    }
  }

  private void keep(Claim claim, Reply reply) {
    Instant now = clock.instant();
    Term term = claim.asking().term();
    if (reply.body() == null) {
      LOG.info(
          "Member {} of the network: {}, {}",
          claim.task().member(),
          reply.status().code(),
          reply.why());
    }
    askings.change(
        claim.task().id(),
        task -> changed(task, reply, now, term),
        reply.status().isInTheAnswer() ? reply.body() : null,
        // Each answer leaves an entry in the name of whoever asked.
        reply.passing() ? null : NetworkEntries.answered(claim.asking(), claim.task(), now));
  }

  private SubTask changed(SubTask task, Reply reply, Instant now, Term term) {
    return reply.passing()
        ? task.failed(
            now,
            reply.status(),
            reply.retryAfter(),
            ThreadLocalRandom.current().nextDouble(),
            term,
            settings.pace())
        : task.answered(now, reply.status(), term, settings.pace());
  }

  /** Stops; what is under way is left to the next worker. */
  @Override
  public void close() {
    pulse.shutdownNow();
    lines.shutdownNow();
  }
}
