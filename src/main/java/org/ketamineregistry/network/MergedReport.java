package org.ketamineregistry.network;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.ketamineregistry.network.MergedAnswer.Row;
import org.ketamineregistry.privacy.Interval;
import org.ketamineregistry.privacy.PooledCount;
import org.ketamineregistry.privacy.PooledScore;
import org.ketamineregistry.privacy.Population.Role;
import org.ketamineregistry.profiles.Canonical;

/**
 * Writes the network's answer as a MeasureReport of type summary. A partial one says so in its
 * text, which stands before everything else, and is {@code pending} while more may come.
 */
public final class MergedReport {
  private final MergedAnswer answer;

  private MergedReport(MergedAnswer answer) {
    this.answer = answer;
  }

  /**
   * @param open whether more may come
   */
  public static MeasureReport of(MergedAnswer answer, boolean open) {
    return new MergedReport(answer).report(open);
  }

  /** Which members are in an answer and which are not, in one sentence or two. */
  public static String summary(MergedAnswer answer) {
    List<String> included = answer.included();
    String in = included.isEmpty() ? "none" : String.join(", ", included);
    if (!answer.isPartial()) {
      return "All %d members are in this answer: %s.".formatted(included.size(), in);
    }
    String out =
        answer.parts().stream()
            .filter(part -> !part.answer().status().isInTheAnswer())
            .map(part -> part.member() + " (" + part.answer().status().code() + ")")
            .collect(Collectors.joining(", "));
    return "Partial answer: %d of %d members are in it. In it: %s. Not in it: %s."
        .formatted(included.size(), answer.parts().size(), in, out);
  }

  private MeasureReport report(boolean open) {
    NetworkQuestion question = answer.question();
    var report = new MeasureReport();
    report.getMeta().addProfile(Canonical.profile("network-report"));
    report.getText().setStatus(NarrativeStatus.GENERATED);
    report.getText().setDivAsString("<div>" + summary(answer) + "</div>");
    report.setStatus(
        answer.isPartial() && open ? MeasureReportStatus.PENDING : MeasureReportStatus.COMPLETE);
    report.setType(MeasureReportType.SUMMARY);
    report.setMeasure(
        Canonical.BASE + "/Measure/" + question.indicator() + "|" + question.guideVersion());
    report.setPeriod(
        new Period()
            .setStartElement(new DateTimeType(question.start().toString()))
            .setEndElement(new DateTimeType(question.end().toString())));
    for (String id : question.groups()) {
      group(report.addGroup(), id);
    }
    return report;
  }

  private void group(MeasureReportGroupComponent group, String id) {
    group.setId(id);
    List<Row> rows = answer.rows().stream().filter(row -> row.group().equals(id)).toList();
    List<String> stratifiers = answer.question().stratifiers();
    if (stratifiers.isEmpty()) {
      rows.forEach(row -> undivided(group, row));
      return;
    }
    var stratifier = group.addStratifier();
    stratifiers.forEach(dimension -> stratifier.addCode(dimension(dimension)));
    for (Row row : rows) {
      StratifierGroupComponent stratum = stratifier.addStratum();
      wider(stratum, row);
      if (stratifiers.size() == 1) {
        stratum.setValue(band(row.bands().getOrDefault(stratifiers.get(0), "")));
      } else {
        stratifiers.forEach(
            one ->
                stratum
                    .addComponent()
                    .setCode(dimension(one))
                    .setValue(band(row.bands().getOrDefault(one, ""))));
      }
      counts(row)
          .forEach(
              (role, count) -> {
                var population = stratum.addPopulation().setCode(role(role));
                count(population, population.getCountElement(), count);
              });
      row.score().ifPresent(score -> score(stratum.getMeasureScore(), score));
    }
  }

  private void undivided(MeasureReportGroupComponent group, Row row) {
    wider(group, row);
    counts(row)
        .forEach(
            (role, count) -> {
              var population = group.addPopulation().setCode(role(role));
              count(population, population.getCountElement(), count);
            });
    row.score().ifPresent(score -> score(group.getMeasureScore(), score));
  }

  private static Map<Role, PooledCount> counts(Row row) {
    return new TreeMap<>(row.counts());
  }

  private static void wider(Element element, Row row) {
    if (row.wider() > 0) {
      element.addExtension(NetworkExtensions.MEMBERS_WIDER, new IntegerType(row.wider()));
    }
  }

  private static void count(Element population, IntegerType shown, PooledCount count) {
    if (count.shown() == 0) {
      shown.addExtension(NetworkExtensions.ABSENT, new CodeType("masked"));
    } else {
      shown.setValueAsString(Long.toString(count.value()));
      population.addExtension(
          NetworkExtensions.NOISE_VARIANCE, new DecimalType(rounded(count.noiseVariance())));
    }
    if (count.lowerBound() && count.shown() > 0) {
      population.addExtension(NetworkExtensions.LOWER_BOUND, new BooleanType(true));
    }
    count
        .interval()
        .ifPresent(where -> population.addExtension(NetworkExtensions.INTERVAL, range(where)));
    members(population, count.shown(), count.withheld());
  }

  private static Range range(Interval interval) {
    var range = new Range();
    range.getLow().setValue(rounded(interval.low()));
    if (Double.isFinite(interval.high())) {
      range.getHigh().setValue(rounded(interval.high()));
    }
    return range;
  }

  private static void members(Element element, int shown, int withheld) {
    element.addExtension(NetworkExtensions.MEMBERS_SHOWN, new IntegerType(shown));
    element.addExtension(NetworkExtensions.MEMBERS_WITHHELD, new IntegerType(withheld));
  }

  private static void score(Quantity quantity, PooledScore score) {
    quantity.setValue(rounded(score.value()));
    quantity.addExtension(NetworkExtensions.INTERVAL, range(score.interval()));
    members(quantity, score.members(), score.withheld());
    score
        .heterogeneity()
        .ifPresent(
            how -> {
              var extension = quantity.addExtension().setUrl(NetworkExtensions.HETEROGENEITY);
              extension.addExtension("q", new DecimalType(rounded(how.q())));
              extension.addExtension("degreesOfFreedom", new IntegerType(how.degreesOfFreedom()));
              extension.addExtension("iSquared", new DecimalType(rounded(how.iSquared())));
            });
  }

  private static BigDecimal rounded(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
  }

  private static CodeableConcept role(Role role) {
    return concept("http://terminology.hl7.org/CodeSystem/measure-population", role.code());
  }

  private static CodeableConcept dimension(String name) {
    return concept(Canonical.codeSystem("indicator-dimension-cs"), name);
  }

  /** Bands are of several code systems, and known by their codes. */
  private static CodeableConcept band(String code) {
    var concept = new CodeableConcept();
    concept.addCoding().setCode(code);
    return concept;
  }

  private static CodeableConcept concept(String system, String code) {
    var concept = new CodeableConcept();
    concept.addCoding().setSystem(system).setCode(code);
    return concept;
  }
}
