package org.ketamineregistry.adapter;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.ketamineregistry.profiles.Canonical;

/**
 * By what the registry knows a clinic's records: pseudonyms of the source's keys, in a system for
 * each kind of record.
 */
record Identities(Site site) {
  static final String PATIENT = "patient";

  /** An identifier of one record. */
  record Identity(String system, String value) {
    /** Where the registry finds the record, or makes it. */
    String place(String type) {
      return type + "?identifier=" + system + '|' + value;
    }

    /** As templates have it. */
    Value asValue() {
      return new Value(
          TextNode.valueOf(value),
          Map.of("system", TextNode.valueOf(system), "value", TextNode.valueOf(value)));
    }
  }

  /** The identity of the record of a kind that the source knows by a key. */
  Identity of(String kind, String key) {
    return new Identity(
        kind.equals(PATIENT) ? Canonical.CLINIC_PSEUDONYM : site.system(kind),
        pseudonym(kind, key));
  }

  /** The same without its system. */
  String pseudonym(String kind, String key) {
    return site.pseudonyms().of(kind, key);
  }

  /** Where the registry finds the patient of a pseudonym. */
  static String placeOfPatient(String pseudonym) {
    return new Identity(Canonical.CLINIC_PSEUDONYM, pseudonym).place("Patient");
  }

  /** A reference to the clinic. */
  Value clinic() {
    return Value.of("Organization?identifier=" + Canonical.CLINIC + '|' + site.clinic());
  }
}
