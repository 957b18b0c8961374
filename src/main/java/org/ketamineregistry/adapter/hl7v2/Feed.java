package org.ketamineregistry.adapter.hl7v2;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.DatePolicy;
import org.ketamineregistry.adapter.Origin;
import org.ketamineregistry.adapter.Pseudonyms;
import org.ketamineregistry.adapter.Sha256;
import org.ketamineregistry.adapter.Site;

/**
 * How the messages of a clinic are read, as its interface engineer declares it. Codes are written
 * {@code code^system}, as in a message; a code without a system stands alone.
 *
 * @param clinic the identifier that the registry gave the clinic
 * @param namespace under which the clinic's records are identified
 * @param zone of times that say no offset, in messages whose MSH-7 says none
 * @param dates what becomes of dates
 * @param basis on which the clinic gives what the messages say to the registry
 * @param file this declaration itself, as provenances name it
 * @param charset of messages whose MSH-18 says none
 * @param processing the MSH-11 that is taken: P, T or D
 * @param senders whose messages are taken
 * @param patient which repetition of PID-3 has the number by which the clinic knows a patient
 * @param course where the key of the course stands
 * @param observed whether staff watched the administrations of this feed
 * @param timing how a measurement says whether it was before, during or after the dose
 * @param ignoredObservations codes that are passed over
 * @param ignoredMessages types, such as {@code ADT^A02}, that are accepted without being read
 */
public record Feed(
    String clinic,
    String namespace,
    ZoneId zone,
    DatePolicy dates,
    Origin.Basis basis,
    Origin.Mapping file,
    Charset charset,
    String processing,
    Set<Sender> senders,
    PatientNumber patient,
    Field course,
    boolean observed,
    Timing timing,
    Map<String, String> substances,
    Map<String, String> routes,
    Map<String, String> stopReasons,
    Map<String, Observed> observations,
    Set<String> ignoredObservations,
    Set<String> ignoredMessages) {

  /** MSH-3.1 and MSH-4.1. */
  record Sender(String application, String facility) {}

  /**
   * A repetition of PID-3.
   *
   * @param type PID-3.5
   * @param authority PID-3.4.1; null for any
   */
  record PatientNumber(String type, @Nullable String authority) {}

  /** A field of a segment, such as PV1-50. */
  record Field(String segment, int number) {
    @Override
    public String toString() {
      return segment + '-' + number;
    }
  }

  /**
   * @param at OBX-4 or OBR-4
   * @param codes of before, during and after
   */
  record Timing(Field at, Map<String, String> codes) {}

  /**
   * Where the records of a message come from.
   *
   * @param message as it was sent
   * @param now when they are made
   */
  Origin origin(byte[] message, Instant now) {
    return new Origin(Origin.Kind.HL7_V2, basis, file, Sha256.of(message), now);
  }

  /** The clinic, whose keys become pseudonyms by its own secret. */
  Site site(Pseudonyms pseudonyms) {
    return new Site(clinic, namespace, zone, pseudonyms, dates);
  }
}
