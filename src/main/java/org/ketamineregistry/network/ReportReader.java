package org.ketamineregistry.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.ketamineregistry.network.MemberAnswer.Row;
import org.ketamineregistry.privacy.MemberCount;
import org.ketamineregistry.privacy.Population.Role;

/** The one place that knows how a member writes its figures as a MeasureReport. */
final class ReportReader {
  private final NetworkQuestion question;

  ReportReader(NetworkQuestion question) {
    this.question = question;
  }

  /** Every row of a report. */
  List<Row> rows(MeasureReport report) throws NotAnAnswer {
    String measure = String.valueOf(report.getMeasure()).replaceFirst("\\|.*", "");
    if (!measure.endsWith("/Measure/" + question.indicator())) {
      throw new NotAnAnswer("Its report is of another Measure.");
    }
    if (!question.start().toString().equals(report.getPeriod().getStartElement().asStringValue())
        || !question.end().toString().equals(report.getPeriod().getEndElement().asStringValue())) {
      throw new NotAnAnswer("Its report is of another period.");
    }
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < report.getGroup().size(); i++) {
      MeasureReportGroupComponent group = report.getGroup().get(i);
      for (Row row : rows(group, id(group, i))) {
        if (!question.has(row.bands())) {
          throw new NotAnAnswer("Its report has a stratum that was not asked for.");
        }
        if (!seen.add(row.group() + row.bands())) {
          throw new NotAnAnswer("Its report has a stratum twice.");
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private List<Row> rows(MeasureReportGroupComponent group, String id) throws NotAnAnswer {
    if (question.stratifiers().isEmpty()) {
      Map<Role, MemberCount> counts = new EnumMap<>(Role.class);
      for (var population : group.getPopulation()) {
        add(counts, population.getCode(), population.getCountElement(), population);
      }
      return List.of(new Row(id, question.filters(), counts, isWider(group)));
    }
    List<Row> rows = new ArrayList<>();
    for (MeasureReportGroupStratifierComponent stratifier : group.getStratifier()) {
      for (StratifierGroupComponent stratum : stratifier.getStratum()) {
        Map<Role, MemberCount> counts = new EnumMap<>(Role.class);
        for (var population : stratum.getPopulation()) {
          add(counts, population.getCode(), population.getCountElement(), population);
        }
        rows.add(new Row(id, bands(stratifier, stratum), counts, isWider(stratum)));
      }
    }
    return rows;
  }

  /** The group that a group is of: by its id, by its code, or by its place. */
  private String id(MeasureReportGroupComponent group, int place) throws NotAnAnswer {
    List<String> groups = question.groups();
    if (group.hasId() && groups.contains(group.getId())) {
      return group.getId();
    }
    String code = code(group.getCode());
    if (groups.contains(code)) {
      return code;
    }
    if (code.isEmpty() && !group.hasId() && place < groups.size()) {
      return groups.get(place);
    }
    throw new NotAnAnswer("Its report has a group that the Measure does not have.");
  }

  private SortedMap<String, String> bands(
      MeasureReportGroupStratifierComponent stratifier, StratifierGroupComponent stratum) {
    SortedMap<String, String> bands = new TreeMap<>(question.filters());
    stratum.getComponent().forEach(one -> bands.put(code(one.getCode()), code(one.getValue())));
    if (!stratum.hasComponent()) {
      bands.put(
          stratifier.getCode().stream().findFirst().map(ReportReader::code).orElse(""),
          code(stratum.getValue()));
    }
    return bands;
  }

  /** A count that is absent is withheld, and so is one that is marked so; 0 is never released. */
  private static void add(
      Map<Role, MemberCount> counts, CodeableConcept code, IntegerType count, Element population)
      throws NotAnAnswer {
    for (Role role : Role.values()) {
      if (role.code().equals(code(code))) {
        try {
          OptionalLong value =
              count.hasValue() ? OptionalLong.of(count.getValue()) : OptionalLong.empty();
          if (counts.put(role, new MemberCount(value, noise(population, value))) != null) {
            throw new NotAnAnswer("Its report has a population twice.");
          }
        } catch (IllegalArgumentException e) {
          throw new NotAnAnswer("Its report has a count that nobody releases.");
        }
      }
    }
  }

  private static double noise(Element population, OptionalLong value) throws NotAnAnswer {
    Extension noise = population.getExtensionByUrl(NetworkExtensions.NOISE_VARIANCE);
    if (noise != null && noise.getValue() instanceof DecimalType variance && variance.hasValue()) {
      return variance.getValue().doubleValue();
    }
    if (value.isPresent()) {
      // An interval without the member's noise in it would be too narrow, and look certain.
      throw new NotAnAnswer("Its report does not say the variance of its noise.");
    }
    return 0;
  }

  private static boolean isWider(Element element) {
    return element.hasExtension(NetworkExtensions.WIDER_THAN_ASKED);
  }

  private static String code(CodeableConcept concept) {
    return concept.hasCoding()
        ? String.valueOf(concept.getCodingFirstRep().getCode())
        : concept.hasText() ? concept.getText() : "";
  }
}
