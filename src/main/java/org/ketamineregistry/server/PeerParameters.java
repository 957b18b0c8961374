package org.ketamineregistry.server;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.ketamineregistry.network.NetworkQuestion;
import org.ketamineregistry.network.PeerDecision;
import org.ketamineregistry.network.PeerQuestion;
import org.ketamineregistry.network.PeerStanding;

/** Shows a steward peers' questions, in the words of the lattice, and what was decided. */
final class PeerParameters {
  private PeerParameters() {}

  static Parameters add(Parameters out, PeerQuestion kept) {
    var part = out.addParameter().setName("question");
    NetworkQuestion question = kept.question();
    add(part, "id", new IdType(kept.id().toString()));
    add(part, "peer", new StringType(kept.peer()));
    add(part, "indicator", new IdType(question.indicator()));
    add(part, "period-start", new DateType(question.start().toString()));
    add(part, "period-end", new DateType(question.end().toString()));
    question
        .filters()
        .forEach(
            (dimension, band) -> {
              var filter = part.addPart().setName("filter");
              add(filter, "dimension", new CodeType(dimension));
              add(filter, "band", new CodeType(band));
            });
    question.stratifiers().forEach(one -> add(part, "stratifier", new CodeType(one)));
    add(part, "asked", instant(kept.askedAt()));
    add(part, "until", instant(kept.until()));
    PeerDecision decision = kept.decision();
    if (kept.allowed() != null && decision != null) {
      add(part, "allow", new BooleanType(kept.allowed()));
      add(part, "reason", new StringType(decision.reason()));
      add(part, "decided", instant(decision.at()));
    }
    return out;
  }

  static Parameters add(Parameters out, PeerStanding standing) {
    var part = out.addParameter().setName("policy");
    add(part, "peer", new StringType(standing.peer()));
    add(part, "indicator", new IdType(standing.indicator()));
    add(part, "policy", new CodeType(standing.policy().code()));
    add(part, "reason", new StringType(standing.decision().reason()));
    add(part, "decided", instant(standing.decision().at()));
    return out;
  }

  private static void add(ParametersParameterComponent to, String name, Type value) {
    to.addPart().setName(name).setValue(value);
  }

  private static InstantType instant(Instant moment) {
    var instant = new InstantType(Date.from(moment));
    instant.setTimeZoneZulu(true);
    return instant;
  }
}
