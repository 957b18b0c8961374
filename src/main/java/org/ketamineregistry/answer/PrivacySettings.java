package org.ketamineregistry.answer;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.ketamineregistry.privacy.Cap;
import org.ketamineregistry.privacy.CountingUnit;
import org.ketamineregistry.privacy.CutSchedule;
import org.ketamineregistry.privacy.PrivacyParameters;
import org.ketamineregistry.privacy.Scope;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers to others are protected. {@link PrivacyParameters} has the ranges. A change of
 * threshold, noise, caps or key draws the noise of all cells anew: who has both answers sees more
 * than either was to show.
 *
 * @param keyFile the file with the secret of the cell keys, 32 bytes in Base64; made where it does
 *     not exist
 * @param scopes from where questions are answered at all: {@code public}, {@code network} and
 *     {@code own-registry}
 */
@ConfigurationProperties("registry.privacy")
public record PrivacySettings(
    @DefaultValue("data/privacy.key") String keyFile,
    @DefaultValue("11") int threshold,
    @DefaultValue("8") int maximumNoise,
    @DefaultValue("4") double noiseVariance,
    @DefaultValue Map<CountingUnit, Cap> caps,
    @DefaultValue("3") int minimumClinics,
    @DefaultValue("0.02") double proportionMargin,
    @DefaultValue("100000") int cellsPerCut,
    @DefaultValue({"public", "network", "own-registry"}) Set<Scope> scopes,
    @DefaultValue Cuts cuts) {

  public PrivacySettings {
    caps = Map.copyOf(caps);
    scopes = Set.copyOf(scopes);
    if (cuts.interval().isNegative()) {
      throw new IllegalArgumentException("registry.privacy.cuts.interval is not negative");
    }
  }

  /**
   * When cuts are made, as {@link CutSchedule} has it.
   *
   * @param interval how often it is looked whether one is due, a minute by default; 0 for never by
   *     this instance
   */
  public record Cuts(
      @DefaultValue("monday") DayOfWeek day,
      @DefaultValue("02:00") LocalTime time,
      @DefaultValue("UTC") ZoneId zone,
      @DefaultValue("1") int everyWeeks,
      @DefaultValue("4") int settledAfterWeeks,
      @DefaultValue("60s") Duration interval) {

    CutSchedule schedule() {
      return new CutSchedule(day, time, zone, everyWeeks, settledAfterWeeks);
    }
  }

  /**
   * The parameters of protection.
   *
   * @throws IllegalArgumentException where one is out of its range
   */
  public PrivacyParameters parameters() {
    return new PrivacyParameters(
        threshold,
        maximumNoise,
        noiseVariance,
        caps,
        minimumClinics,
        proportionMargin,
        cellsPerCut,
        cuts.schedule());
  }
}
