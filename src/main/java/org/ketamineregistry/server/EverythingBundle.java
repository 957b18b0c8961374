package org.ketamineregistry.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A page of a patient's records.
 *
 * @param base the FHIR base as the sender addressed it
 * @param patient the id of the Patient resource
 * @param asked what was asked with
 * @param records the patient's own
 * @param included what they refer to and that is about no patient
 * @param more whether there is a further page
 */
record EverythingBundle(
    String base,
    String patient,
    OperationParameters asked,
    List<Resource> records,
    List<Resource> included,
    boolean more) {

  /** The page as FHIR; a total is told where it is all on this page. */
  Bundle bundle() {
    var bundle = new Bundle();
    bundle.setType(BundleType.SEARCHSET);
    boolean first = !asked.values().containsKey("_after");
    if (first && !more) {
      bundle.setTotal(records.size());
    }
    bundle.addLink().setRelation(Bundle.LINK_SELF).setUrl(url(null));
    if (more && !records.isEmpty()) {
      String last = records.get(records.size() - 1).getIdElement().getIdPart();
      bundle.addLink().setRelation(Bundle.LINK_NEXT).setUrl(url(last));
    }
    records.forEach(one -> add(bundle, one, SearchEntryMode.MATCH));
    included.forEach(one -> add(bundle, one, SearchEntryMode.INCLUDE));
    return bundle;
  }

  private void add(Bundle bundle, Resource resource, SearchEntryMode mode) {
    bundle
        .addEntry()
        .setFullUrl(base + "/" + resource.fhirType() + "/" + resource.getIdElement().getIdPart())
        .setResource(resource)
        .getSearch()
        .setMode(mode);
  }

  /** The address of this page, or of the one after a record. */
  private String url(@Nullable String after) {
    Stream<String> kept =
        asked.values().entrySet().stream()
            .filter(entry -> after == null || !entry.getKey().equals("_after"))
            .map(entry -> entry.getKey() + "=" + encoded(String.join(",", entry.getValue())));
    String query =
        Stream.concat(kept, Stream.ofNullable(after).map(id -> "_after=" + id))
            .collect(Collectors.joining("&"));
    return base + "/Patient/" + patient + "/$everything" + (query.isEmpty() ? "" : "?" + query);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
