package org.ketamineregistry.answer;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.ketamineregistry.privacy.Interval;
import org.ketamineregistry.privacy.Population.Role;
import org.ketamineregistry.privacy.Question;
import org.ketamineregistry.profiles.Canonical;

/** Writes figures as a MeasureReport of type summary. What is withheld is marked and never 0. */
final class ReportWriter {
  private static final String POPULATIONS =
      "http://terminology.hl7.org/CodeSystem/measure-population";
  private static final MathContext DIGITS = new MathContext(6);

  private final Question question;
  private final Measure measure;

  ReportWriter(Question question, Measure measure) {
    this.question = question;
    this.measure = measure;
  }

  /**
   * A report.
   *
   * @param moment when what is counted was on record
   */
  MeasureReport write(List<Figures> figures, Instant moment) {
    var report = new MeasureReport();
    report.getMeta().addProfile(Canonical.profile("indicator-report"));
    report.setStatus(MeasureReportStatus.COMPLETE);
    report.setType(MeasureReportType.SUMMARY);
    report.setMeasure(measure.getUrl() + "|" + measure.getVersion());
    report.setDateElement(
        new DateTimeType(
            Date.from(moment), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone("UTC")));
    report.setPeriod(
        new Period()
            .setStartElement(new DateTimeType(question.period().start().toString()))
            .setEndElement(new DateTimeType(question.period().end().toString())));
    question
        .filters()
        .forEach(
            (dimension, band) -> {
              Extension filter = report.addExtension().setUrl(ReportExtensions.FILTER);
              filter.addExtension("dimension", new CodeType(dimension));
              filter.addExtension("band", new CodeType(band));
            });
    for (var defined : measure.getGroup()) {
      String id = defined.getCode().getCodingFirstRep().getCode();
      List<Figures> own = figures.stream().filter(one -> one.group().equals(id)).toList();
      group(report.addGroup().setCode(defined.getCode()), own);
    }
    return report;
  }

  private void group(MeasureReportGroupComponent group, List<Figures> figures) {
    List<String> stratifiers = List.copyOf(question.stratifiers().keySet());
    if (stratifiers.isEmpty()) {
      figures.forEach(one -> undivided(group, one));
      return;
    }
    var stratifier = group.addStratifier();
    stratifiers.forEach(dimension -> stratifier.addCode(dimension(dimension)));
    for (Figures one : figures) {
      StratifierGroupComponent stratum = stratifier.addStratum();
      if (stratifiers.size() == 1) {
        stratum.setValue(band(one, stratifiers.get(0)));
      } else {
        stratifiers.forEach(
            name -> stratum.addComponent().setCode(dimension(name)).setValue(band(one, name)));
      }
      divided(stratum, one);
    }
  }

  private static void undivided(MeasureReportGroupComponent group, Figures figures) {
    wider(group, figures);
    new TreeMap<>(figures.counts())
        .forEach(
            (role, count) -> {
              var population = group.addPopulation().setCode(population(role));
              count(population, population.getCountElement(), count);
            });
    Figures.Score score = figures.score();
    if (score != null) {
      score(group.getMeasureScore(), score);
    }
  }

  private static void divided(StratifierGroupComponent stratum, Figures figures) {
    wider(stratum, figures);
    new TreeMap<>(figures.counts())
        .forEach(
            (role, count) -> {
              var population = stratum.addPopulation().setCode(population(role));
              count(population, population.getCountElement(), count);
            });
    Figures.Score score = figures.score();
    if (score != null) {
      score(stratum.getMeasureScore(), score);
    }
  }

  private static void wider(Element element, Figures figures) {
    figures
        .notToldApart()
        .forEach(name -> element.addExtension(ReportExtensions.WIDER, new CodeType(name)));
  }

  private static void count(Element population, IntegerType shown, Figures.Count count) {
    if (count.value().isPresent()) {
      shown.setValueAsString(Long.toString(count.value().getAsLong()));
    } else {
      shown.addExtension(ReportExtensions.ABSENT, new CodeType("masked"));
    }
    count
        .noiseVariance()
        .ifPresent(
            variance ->
                population.addExtension(
                    ReportExtensions.NOISE_VARIANCE, new DecimalType(rounded(variance))));
    if (count.withheld() != null) {
      population.addExtension(ReportExtensions.WITHHELD, new CodeType(count.withheld()));
    }
    if (count.interval() != null) {
      population.addExtension(ReportExtensions.INTERVAL, range(count.interval()));
    }
  }

  private static void score(Quantity quantity, Figures.Score score) {
    score.value().ifPresent(value -> quantity.setValue(rounded(value)));
    if (score.withheld() != null) {
      quantity.addExtension(ReportExtensions.WITHHELD, new CodeType(score.withheld()));
    }
    if (score.interval() != null) {
      quantity.addExtension(ReportExtensions.INTERVAL, range(score.interval()));
    }
  }

  /** An end that the noise leaves open is absent. */
  private static Range range(Interval interval) {
    var range = new Range();
    range.getLow().setValue(rounded(interval.low()));
    if (Double.isFinite(interval.high())) {
      range.getHigh().setValue(rounded(interval.high()));
    }
    return range;
  }

  private static BigDecimal rounded(double value) {
    // With a plain form, since FHIR's decimals keep their digits.
    return new BigDecimal(new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString());
  }

  private static CodeableConcept population(Role role) {
    return concept(POPULATIONS, role.code());
  }

  private static CodeableConcept dimension(String name) {
    return concept(Canonical.codeSystem("indicator-dimension-cs"), name);
  }

  /** Bands are of several code systems, and known by their codes. */
  private static CodeableConcept band(Figures figures, String dimension) {
    var concept = new CodeableConcept();
    concept.addCoding().setCode(figures.bands().getOrDefault(dimension, ""));
    return concept;
  }

  private static CodeableConcept concept(String system, String code) {
    var concept = new CodeableConcept();
    concept.addCoding().setSystem(system).setCode(code);
    return concept;
  }
}
