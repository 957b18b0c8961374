package org.ketamineregistry.answer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.ketamineregistry.practice.RuleSet;
import org.ketamineregistry.privacy.CutSchedule;
import org.ketamineregistry.store.CutMaking;
import org.ketamineregistry.store.MadeCut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Looks at the first start and in an interval whether a cut is due, and has it made: at its moment,
 * or at the first start after it.
 */
public final class CutRound implements SchedulingConfigurer {
  private static final Logger LOG = LoggerFactory.getLogger(CutRound.class);

  private final CutMaking making;
  private final CutSchedule schedule;
  private final Supplier<RuleSet> rules;
  private final Duration interval;
  private final Clock clock;

  CutRound(
      CutMaking making,
      CutSchedule schedule,
      Supplier<RuleSet> rules,
      Duration interval,
      Clock clock) {
    this.making = making;
    this.schedule = schedule;
    this.rules = rules;
    this.interval = interval;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    if (!interval.isZero()) {
      tasks.addFixedDelayTask(new FixedDelayTask(this::round, interval, Duration.ZERO));
    }
  }

  /**
   * Makes what is due.
   *
   * @return the cuts that were made now
   */
  public List<MadeCut> run() {
    Instant now = clock.instant();
    return making.make(schedule.kept(now), rules.get().lawfulBasis(), now).orElse(List.of());
  }

  private void round() {
    try {
      run().forEach(cut -> LOG.info("The cut of {} was made", cut.id()));
    } catch (RuntimeException e) {
      // The next round finds it due again. The message might quote a row.
      LOG.warn("A cut could not be made: {}", e.getClass().getSimpleName());
    }
  }
}
