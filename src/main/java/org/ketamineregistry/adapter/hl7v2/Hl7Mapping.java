package org.ketamineregistry.adapter.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v251.message.ADT_A01;
import ca.uhn.hl7v2.model.v251.message.ADT_A05;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Templates;

/** Makes records of messages. */
final class Hl7Mapping {
  private final Feed feed;
  private final Site site;
  private final Templates templates;

  Hl7Mapping(Feed feed, Site site, Templates templates) {
    this.feed = feed;
    this.site = site;
    this.templates = templates;
  }

  /** The records of a message, and what is wrong with them; they come from where it says. */
  Recording map(Received message, Origin origin) {
    var draft = new Draft(site.from(origin), templates);
    var recording = new Recording(draft, feed, Times.of(message.header()));
    try {
      switch (message.event()) {
        case ADMITTED, REGISTERED, UPDATED ->
            new Persons(recording).add(message.line(message.as(ADT_A01.class).getPID()));
        case PERSON_UPDATED ->
            new Persons(recording).add(message.line(message.as(ADT_A05.class).getPID()));
        case ADMINISTERED -> AdministrationMapping.map(message, recording);
        case DISPENSED -> SupplyMapping.dispensed(message, recording);
        case ENCODED_ORDER -> SupplyMapping.encoded(message, recording);
        case OBSERVED -> ResultMapping.map(message, recording);
      }
    } catch (HL7Exception e) {
      throw new IllegalStateException("What a structure has can be read.", e);
    }
    return recording;
  }
}
