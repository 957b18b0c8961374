package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Resource;
import org.ketamineregistry.access.Operation;

/** The records themselves, one in a line. */
final class RecordLines implements ExportContent {
  private static final String MEDIA_TYPE = "application/fhir+ndjson";
  private static final Pattern ACCEPTED = Pattern.compile("ndjson|\\*/\\*|application/\\*");

  private final FhirContext context;
  private final AccessToReading reading;
  private final HttpServletRequest request;

  RecordLines(FhirContext context, AccessToReading reading, HttpServletRequest request) {
    this.context = context;
    this.reading = reading;
    this.request = request;
  }

  @Override
  public String operation() {
    return Operation.EXPORT.code();
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public Pattern accepted() {
    return ACCEPTED;
  }

  @Override
  public byte[] beginning() {
    return new byte[0];
  }

  @Override
  public boolean mayBeShown(Resource resource) {
    return reading.mayBeShown(resource, Callers.of(request), request);
  }

  @Override
  public byte[] of(Resource resource) {
    return (context.newJsonParser().encodeResourceToString(resource) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
