package org.ketamineregistry.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketamineregistry.profiles.Canonical;

/**
 * All that is on file of a person, under every pseudonym that is linked.
 *
 * @param persons the keys of the person
 * @param records the person's records
 * @param identities the business identifiers of the person's Patient resources
 */
record PersonOnFile(Set<String> persons, List<Row> records, List<Identity> identities) {

  /** A record on file. */
  record Row(String type, String id, String owner, String patient) {
    String location() {
      return type + "/" + id;
    }
  }

  /** A business identifier of a Patient resource. */
  record Identity(String owner, String system, String value) {
    /** By which key a submission with this identifier would be known as the person's. */
    String person() {
      return Canonical.CLINIC_PSEUDONYM.equals(system) ? owner + "/" + value : value;
    }
  }

  Set<String> patients() {
    return records.stream().map(Row::patient).collect(Collectors.toUnmodifiableSet());
  }

  Set<String> owners() {
    return records.stream().map(Row::owner).collect(Collectors.toUnmodifiableSet());
  }

  /** Every key by which the person may come back. */
  Set<String> keys() {
    Set<String> keys = identities.stream().map(Identity::person).collect(Collectors.toSet());
    keys.addAll(persons);
    return keys;
  }
}
